ALTER TABLE "statement_file_arrival" ADD COLUMN "source" text;--> statement-breakpoint
CREATE INDEX "statement_file_arrival_from" ON "statement_file_arrival" USING btree ("ledger_id","source");