ALTER TABLE "allocation" DROP CONSTRAINT "allocation_ledger_id_lettering_id_lettering_ledger_id_id_fk";
--> statement-breakpoint
ALTER TABLE "lettering_event" DROP CONSTRAINT "lettering_event_ledger_id_lettering_id_lettering_ledger_id_id_fk";
--> statement-breakpoint
ALTER TABLE "match_decision" ADD COLUMN "basis" text;--> statement-breakpoint
ALTER TABLE "match_decision" ADD COLUMN "suggested_customer_id" uuid;--> statement-breakpoint
ALTER TABLE "staged_decision" ADD COLUMN "suggested_customer_id" uuid;--> statement-breakpoint
CREATE INDEX "payment_queue_of_reason" ON "payment" USING btree ("ledger_id","review_reason","booking_date","id") WHERE "payment"."status" = 'in_review';--> statement-breakpoint
CREATE INDEX "payment_queue_by_amount" ON "payment" USING btree ("ledger_id","currency","unapplied_minor","id") WHERE "payment"."status" = 'in_review';--> statement-breakpoint
CREATE INDEX "match_decision_suggested" ON "match_decision" USING btree ("ledger_id","suggested_customer_id","match_run_id","payment_id") WHERE "match_decision"."suggested_customer_id" is not null;--> statement-breakpoint
-- As 0007 says, where a night adds hundreds of thousands of rows: the ledger is asked for once a statement, not once a row.
ALTER POLICY "one_ledger" ON "allocation" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER POLICY "one_ledger" ON "audit_event" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER POLICY "one_ledger" ON "lettering" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER POLICY "one_ledger" ON "lettering_counter" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER POLICY "one_ledger" ON "lettering_event" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER POLICY "one_ledger" ON "match_decision" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER POLICY "one_ledger" ON "match_decision_line" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER POLICY "one_ledger" ON "open_item" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
