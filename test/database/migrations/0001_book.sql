CREATE TABLE "book" ("id" integer PRIMARY KEY, "shelf_id" integer REFERENCES "shelf");
