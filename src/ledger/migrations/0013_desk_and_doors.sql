CREATE TABLE "match_run_cancellation" (
	"ledger_id" integer NOT NULL,
	"match_run_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"cancelled_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "match_run_cancellation_ledger_id_match_run_id_pk" PRIMARY KEY("ledger_id","match_run_id")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"actor" text NOT NULL,
	"role" text NOT NULL,
	"ledger_id" integer,
	"prefix" text NOT NULL,
	"secret_sha256" char(64) NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	CONSTRAINT "api_key_prefix" UNIQUE("prefix"),
	CONSTRAINT "api_key_expiry" CHECK ("api_key"."expires_at" > "api_key"."created_at")
);
--> statement-breakpoint
CREATE TABLE "payment_assignment" (
	"ledger_id" integer NOT NULL,
	"payment_id" uuid NOT NULL,
	"assignee" text,
	"question" text,
	"assigned_by" text NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payment_assignment_ledger_id_payment_id_pk" PRIMARY KEY("ledger_id","payment_id")
);
--> statement-breakpoint
CREATE TABLE "payment_claim" (
	"ledger_id" integer NOT NULL,
	"payment_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"claimed_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "payment_claim_ledger_id_payment_id_pk" PRIMARY KEY("ledger_id","payment_id")
);
--> statement-breakpoint
CREATE TABLE "export_chunk" (
	"ledger_id" integer NOT NULL,
	"export_id" uuid NOT NULL,
	"chunk_index" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "export_chunk_ledger_id_export_id_chunk_index_pk" PRIMARY KEY("ledger_id","export_id","chunk_index")
);
--> statement-breakpoint
CREATE TABLE "export" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"parameters" json NOT NULL,
	"state" text NOT NULL,
	"file_name" text,
	"media_type" text,
	"byte_count" bigint,
	"problem" text,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"ready_at" timestamp (3) with time zone,
	CONSTRAINT "export_ledger_id_id_pk" PRIMARY KEY("ledger_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_dead_letter" (
	"ledger_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "webhook_dead_letter_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"destination" text NOT NULL,
	"from_sequence" bigint NOT NULL,
	"through_sequence" bigint NOT NULL,
	"problem" text NOT NULL,
	"failed_at" timestamp (3) with time zone NOT NULL,
	"resent_at" timestamp (3) with time zone,
	CONSTRAINT "webhook_dead_letter_ledger_id_id_pk" PRIMARY KEY("ledger_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_position" (
	"ledger_id" integer NOT NULL,
	"destination" text NOT NULL,
	"sequence" bigint NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"problem" text,
	CONSTRAINT "webhook_position_ledger_id_destination_pk" PRIMARY KEY("ledger_id","destination")
);
--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "mandate_id" text;--> statement-breakpoint
ALTER TABLE "match_decision" ADD COLUMN "write_off_minor" bigint;--> statement-breakpoint
ALTER TABLE "match_decision" ADD COLUMN "write_off_kind" text;--> statement-breakpoint
ALTER TABLE "allocation" ADD COLUMN "base_minor" bigint;--> statement-breakpoint
ALTER TABLE "job" ADD COLUMN "cancel_requested_by" text;--> statement-breakpoint
ALTER TABLE "match_run_cancellation" ADD CONSTRAINT "match_run_cancellation_ledger_id_match_run_id_match_run_ledger_id_id_fk" FOREIGN KEY ("ledger_id","match_run_id") REFERENCES "public"."match_run"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_assignment" ADD CONSTRAINT "payment_assignment_ledger_id_payment_id_payment_ledger_id_id_fk" FOREIGN KEY ("ledger_id","payment_id") REFERENCES "public"."payment"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_claim" ADD CONSTRAINT "payment_claim_ledger_id_payment_id_payment_ledger_id_id_fk" FOREIGN KEY ("ledger_id","payment_id") REFERENCES "public"."payment"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "export_requested" ON "export" USING btree ("ledger_id","requested_at","id");--> statement-breakpoint
ALTER TABLE "match_decision" ADD CONSTRAINT "match_decision_write_off" CHECK (("match_decision"."write_off_minor" is null) = ("match_decision"."write_off_kind" is null));--> statement-breakpoint
-- As 0001_row_security.sql says: a transaction sees one ledger; as 0007 says: asked for once a statement.
ALTER TABLE "match_run_cancellation" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "match_run_cancellation" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "payment_claim" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "payment_claim" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "payment_assignment" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "payment_assignment" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "export" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "export" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "export_chunk" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "export_chunk" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "webhook_position" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "webhook_position" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "webhook_dead_letter" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "webhook_dead_letter" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
