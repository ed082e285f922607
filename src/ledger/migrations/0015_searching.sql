CREATE INDEX "payment_mandate" ON "payment" USING btree ("ledger_id","mandate_id") WHERE "payment"."mandate_id" is not null;--> statement-breakpoint
CREATE INDEX "open_item_number" ON "open_item" USING btree ("ledger_id","document_number" collate "C","id");--> statement-breakpoint
CREATE INDEX "open_item_amount" ON "open_item" USING btree ("ledger_id","amount_minor","id");--> statement-breakpoint
CREATE INDEX "approval_request_asked" ON "approval_request" USING btree ("ledger_id","requested_at","id");--> statement-breakpoint
CREATE INDEX "command_done" ON "command" USING btree ("ledger_id","done_at","id");--> statement-breakpoint
CREATE INDEX "collection_line_mandate" ON "collection_line" USING btree ("ledger_id","mandate_id") WHERE "collection_line"."mandate_id" is not null;--> statement-breakpoint
CREATE INDEX "posting_day" ON "posting" USING brin ("ledger_id","posting_date");