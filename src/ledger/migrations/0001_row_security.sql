-- A transaction sees one ledger: the one it named with set_config('app.ledger_id', …, true). None named, none seen.
-- FORCE: the owner of the tables is held to it too.
CREATE FUNCTION "current_ledger_id"() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.ledger_id', true), '')::integer $$;
--> statement-breakpoint
-- The id of a fact is made from what it is, not from when it came: the same in ledger/content-id.ts. A UUID of version 8 (RFC 9562).
CREATE FUNCTION "content_id"("key" text) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT (substr(h, 1, 12) || '8' || substr(h, 14, 3) || '8' || substr(h, 18, 15))::uuid
        FROM encode(sha256(convert_to("key", 'UTF8')), 'hex') AS h $$;
--> statement-breakpoint
-- Staging is rebuilt from the stored bytes after a crash: it needs no write-ahead log.
ALTER TABLE "staged_entry" SET UNLOGGED;
--> statement-breakpoint
ALTER TABLE "staged_decision" SET UNLOGGED;
--> statement-breakpoint
ALTER TABLE "statement_file_chunk" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "statement_file_chunk" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "statement_file_arrival" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "statement_file_arrival" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "statement" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "statement" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "entry" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "entry" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "open_item_adjustment" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "open_item_adjustment" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "match_run" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "match_run" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "match_decision" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "match_decision" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "match_decision_line" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "match_decision_line" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "match_chunk" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "match_chunk" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "lettering" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "lettering" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "lettering_event" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "lettering_event" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "allocation" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "allocation" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "posting" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "posting" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "posting_line" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "posting_line" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "audit_event" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "audit_event" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "bank_account" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "bank_account" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "statement_file" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "statement_file" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "payment" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "payment" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "customer" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "customer" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "customer_iban" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "customer_iban" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "open_item" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "open_item" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "lettering_counter" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "lettering_counter" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "audit_head" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "audit_head" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
