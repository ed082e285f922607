DROP INDEX "open_item_open";--> statement-breakpoint
ALTER TABLE "match_decision" ALTER COLUMN "certificate" SET DATA TYPE json;--> statement-breakpoint
-- Staging is rebuilt: what an interrupted run left does not say when its payments were booked.
TRUNCATE "staged_decision";--> statement-breakpoint
ALTER TABLE "staged_decision" ALTER COLUMN "certificate" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "staged_decision" ADD COLUMN "booking_date" date NOT NULL;--> statement-breakpoint
ALTER TABLE "staged_decision" ADD COLUMN "action" text NOT NULL;--> statement-breakpoint
ALTER TABLE "staged_decision" ADD COLUMN "reason" text;--> statement-breakpoint
-- Rows that are cleared find room beside themselves, and no index has to be told.
ALTER TABLE "open_item" SET (fillfactor = 85);--> statement-breakpoint
ALTER TABLE "lettering_counter" SET (fillfactor = 50);
