-- As 0001_row_security.sql says: a transaction sees one ledger.
ALTER TABLE "bank_account_alias" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "bank_account_alias" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "reported_entry" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "reported_entry" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
ALTER TABLE "entry_report" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "entry_report" USING ("ledger_id" = "current_ledger_id"()) WITH CHECK ("ledger_id" = "current_ledger_id"());
--> statement-breakpoint
-- Accounts with statements have a master format already: that of the first. The owner sees no row of a secured table.
ALTER TABLE "bank_account" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "statement" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "statement_file" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "bank_account" a SET "master_format" = (
  SELECT f."format" FROM "statement" s
  JOIN "statement_file" f ON f."ledger_id" = s."ledger_id" AND f."sha256" = s."sha256"
  WHERE s."ledger_id" = a."ledger_id" AND s."bank_account_id" = a."id"
  ORDER BY s."statement_date", s."day_rank" LIMIT 1);
--> statement-breakpoint
ALTER TABLE "bank_account" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "statement" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "statement_file" FORCE ROW LEVEL SECURITY;
