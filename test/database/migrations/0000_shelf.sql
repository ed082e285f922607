CREATE TABLE "shelf" ("id" integer PRIMARY KEY);
--> statement-breakpoint
INSERT INTO "shelf" VALUES (1);
