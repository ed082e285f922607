ALTER TABLE "match_run" ADD COLUMN "audit_sequence" bigint;--> statement-breakpoint
ALTER TABLE "match_run" ADD COLUMN "inputs_sha256" char(64);--> statement-breakpoint
ALTER TABLE "match_run" ADD COLUMN "policy" json;--> statement-breakpoint
ALTER TABLE "match_run" ADD CONSTRAINT "match_run_inputs_whole" CHECK (num_nulls("match_run"."audit_sequence", "match_run"."inputs_sha256", "match_run"."policy") in (0, 3));
