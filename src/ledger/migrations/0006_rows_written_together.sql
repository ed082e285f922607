ALTER TABLE "payment" DROP CONSTRAINT "payment_ledger_id_entry_id_entry_ledger_id_id_fk";
--> statement-breakpoint
ALTER TABLE "posting_line" DROP CONSTRAINT "posting_line_ledger_id_posting_id_posting_ledger_id_id_fk";
