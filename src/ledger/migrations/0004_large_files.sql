DROP INDEX "posting_line_lettering";--> statement-breakpoint
DROP INDEX "posting_source";--> statement-breakpoint
ALTER TABLE "staged_entry" ADD COLUMN "fingerprint_rank" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "posting_line_lettering" ON "posting_line" USING btree ("ledger_id","lettering_id") WHERE "posting_line"."lettering_id" is not null;--> statement-breakpoint
CREATE INDEX "posting_source" ON "posting" USING btree ("ledger_id","source_id") WHERE "posting"."source" <> 'entry';--> statement-breakpoint
-- The same ids, in a form that PostgreSQL inlines: one expression, and as stable as convert_to, on which it stands.
CREATE OR REPLACE FUNCTION "content_id"("key" text) RETURNS uuid LANGUAGE sql STABLE STRICT PARALLEL SAFE
  AS $$ SELECT left(overlay(overlay(encode(sha256(convert_to("key", 'UTF8')), 'hex') placing '8' from 13 for 1) placing '8' from 17 for 1), 32)::uuid $$;
