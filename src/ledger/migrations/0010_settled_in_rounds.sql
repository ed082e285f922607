ALTER TABLE "match_decision" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "match_decision" ADD COLUMN "unapplied_minor" bigint;--> statement-breakpoint
-- Staging is rebuilt: what an interrupted run left does not say what was unapplied of its payments.
TRUNCATE "staged_decision";--> statement-breakpoint
ALTER TABLE "staged_decision" ADD COLUMN "unapplied_minor" bigint NOT NULL;
