CREATE TABLE "approval_request" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"author" text NOT NULL,
	"request_sha256" char(64) NOT NULL,
	"request" text NOT NULL,
	"reasons" json NOT NULL,
	"state" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "approval_request_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "approval_request_content" UNIQUE("ledger_id","id","author","request_sha256")
);
--> statement-breakpoint
CREATE TABLE "approval" (
	"ledger_id" integer NOT NULL,
	"request_id" uuid NOT NULL,
	"author" text NOT NULL,
	"request_sha256" char(64) NOT NULL,
	"decision" text NOT NULL,
	"approver" text NOT NULL,
	"reason" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "approval_ledger_id_request_id_pk" PRIMARY KEY("ledger_id","request_id"),
	CONSTRAINT "approval_by_another" CHECK ("approval"."decision" <> 'approved' or "approval"."approver" <> "approval"."author")
);
--> statement-breakpoint
CREATE TABLE "command" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor" text NOT NULL,
	"request_sha256" char(64) NOT NULL,
	"request" text NOT NULL,
	"outcome" json NOT NULL,
	"done_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "command_ledger_id_id_pk" PRIMARY KEY("ledger_id","id")
);
--> statement-breakpoint
CREATE TABLE "period_close" (
	"ledger_id" integer NOT NULL,
	"closed_through" date NOT NULL,
	"command_id" uuid NOT NULL,
	"closed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "period_close_ledger_id_closed_through_pk" PRIMARY KEY("ledger_id","closed_through")
);
--> statement-breakpoint
CREATE TABLE "tolerance" (
	"ledger_id" integer NOT NULL,
	"version" integer NOT NULL,
	"command_id" uuid NOT NULL,
	"write_off_minor" bigint NOT NULL,
	"write_off_bp" integer NOT NULL,
	"write_off_monthly_minor" bigint NOT NULL,
	"approve_write_off_minor" bigint NOT NULL,
	"approve_refund_minor" bigint NOT NULL,
	"approve_transfer_minor" bigint NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "tolerance_ledger_id_version_pk" PRIMARY KEY("ledger_id","version"),
	CONSTRAINT "tolerance_range" CHECK (least("tolerance"."write_off_minor", "tolerance"."write_off_monthly_minor", "tolerance"."approve_write_off_minor", "tolerance"."approve_refund_minor", "tolerance"."approve_transfer_minor") >= 0 and "tolerance"."write_off_bp" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "dispute_event" (
	"ledger_id" integer NOT NULL,
	"dispute_id" uuid NOT NULL,
	"event_index" integer NOT NULL,
	"kind" text NOT NULL,
	"details" jsonb NOT NULL,
	"actor" text NOT NULL,
	"command_id" uuid NOT NULL,
	"happened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dispute_event_ledger_id_dispute_id_event_index_pk" PRIMARY KEY("ledger_id","dispute_id","event_index")
);
--> statement-breakpoint
CREATE TABLE "dispute_reason" (
	"ledger_id" integer NOT NULL,
	"code" text NOT NULL,
	"category" text NOT NULL,
	"label" text NOT NULL,
	"department" text,
	CONSTRAINT "dispute_reason_ledger_id_code_pk" PRIMARY KEY("ledger_id","code"),
	CONSTRAINT "dispute_reason_category" UNIQUE("ledger_id","code","category")
);
--> statement-breakpoint
CREATE TABLE "dispute" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"open_item_id" uuid NOT NULL,
	"opened_from" text NOT NULL,
	"payment_id" uuid,
	"currency" char(3) NOT NULL,
	"amount_minor" bigint NOT NULL,
	"category" text NOT NULL,
	"reason_code" text NOT NULL,
	"owner" text,
	"department" text,
	"due_date" date,
	"state" text NOT NULL,
	"resolution" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "dispute_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "dispute_amount" CHECK ("dispute"."amount_minor" > 0),
	CONSTRAINT "dispute_resolved" CHECK (("dispute"."state" = 'resolved') = ("dispute"."resolution" is not null) and ("dispute"."resolution" is null) = ("dispute"."resolved_at" is null))
);
--> statement-breakpoint
CREATE TABLE "collection_line" (
	"ledger_id" integer NOT NULL,
	"reference" text NOT NULL,
	"line_index" integer NOT NULL,
	"end_to_end_id" text NOT NULL,
	"mandate_id" text,
	"open_item_id" uuid NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "collection_line_ledger_id_reference_line_index_pk" PRIMARY KEY("ledger_id","reference","line_index"),
	CONSTRAINT "collection_line_amount" CHECK ("collection_line"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "collection" (
	"ledger_id" integer NOT NULL,
	"reference" text NOT NULL,
	"collection_date" date NOT NULL,
	"scheme" text NOT NULL,
	"currency" char(3) NOT NULL,
	"amount_minor" bigint NOT NULL,
	"line_count" integer NOT NULL,
	CONSTRAINT "collection_ledger_id_reference_pk" PRIMARY KEY("ledger_id","reference"),
	CONSTRAINT "collection_amount" CHECK ("collection"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "exchange_rate" (
	"ledger_id" integer NOT NULL,
	"currency" char(3) NOT NULL,
	"rate_date" date NOT NULL,
	"rate" text NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "exchange_rate_ledger_id_currency_rate_date_pk" PRIMARY KEY("ledger_id","currency","rate_date")
);
--> statement-breakpoint
CREATE TABLE "lettering_move" (
	"ledger_id" integer NOT NULL,
	"posting_id" uuid NOT NULL,
	"account" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"move_index" integer NOT NULL,
	"lettering_id" uuid NOT NULL,
	"moved_by" uuid NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lettering_move_ledger_id_posting_id_account_customer_id_currency_move_index_pk" PRIMARY KEY("ledger_id","posting_id","account","customer_id","currency","move_index")
);
--> statement-breakpoint
ALTER TABLE "open_item" DROP CONSTRAINT "open_item_side";--> statement-breakpoint
ALTER TABLE "allocation" DROP CONSTRAINT "allocation_amount";--> statement-breakpoint
ALTER TABLE "posting_line" DROP CONSTRAINT "posting_line_amount";--> statement-breakpoint
DROP INDEX "posting_line_lettering";--> statement-breakpoint
DROP INDEX "posting_source";--> statement-breakpoint
ALTER TABLE "allocation" ALTER COLUMN "payment_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "payment_terms" text;--> statement-breakpoint
ALTER TABLE "ledger" ADD COLUMN "base_currency" char(3) DEFAULT 'EUR' NOT NULL;--> statement-breakpoint
ALTER TABLE "open_item" ADD COLUMN "account" text DEFAULT '411' NOT NULL;--> statement-breakpoint
ALTER TABLE "open_item" ADD COLUMN "due_date_source" text DEFAULT 'given' NOT NULL;--> statement-breakpoint
ALTER TABLE "open_item" ADD COLUMN "vat" jsonb;--> statement-breakpoint
ALTER TABLE "open_item" ADD COLUMN "base_minor" bigint;--> statement-breakpoint
ALTER TABLE "open_item" ADD COLUMN "disputed_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "open_item" ADD COLUMN "origin_posting_id" uuid;--> statement-breakpoint
ALTER TABLE "open_item" ADD COLUMN "added_at" timestamp (3) with time zone;--> statement-breakpoint
-- What stands in the books is filled in as the owner, who is held to row-level security but for these statements.
ALTER TABLE "open_item" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_event" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- When an item came is in the audit chain. Books that have no such event had it from the first day.
UPDATE "open_item" SET "added_at" = "told"."at" FROM (
  SELECT "ledger_id", ("body"::jsonb ->> 'at')::timestamptz AS "at",
    (jsonb_array_elements("body"::jsonb -> 'details' -> 'items') ->> 'id')::uuid AS "id"
  FROM "audit_event" WHERE "body"::jsonb ->> 'type' = 'open_items.added') AS "told"
WHERE "open_item"."ledger_id" = "told"."ledger_id" AND "open_item"."id" = "told"."id";--> statement-breakpoint
UPDATE "open_item" SET "added_at" = "issue_date" WHERE "added_at" IS NULL;--> statement-breakpoint
ALTER TABLE "open_item" ALTER COLUMN "added_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "open_item" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_event" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "allocation" ADD COLUMN "posting_id" uuid;--> statement-breakpoint
ALTER TABLE "allocation" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posting_line" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "allocation" SET "posting_id" = "line"."posting_id" FROM "posting_line" AS "line"
WHERE "line"."ledger_id" = "allocation"."ledger_id" AND "line"."lettering_id" = "allocation"."lettering_id";--> statement-breakpoint
ALTER TABLE "allocation" ALTER COLUMN "posting_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "allocation" ADD COLUMN "means" text DEFAULT 'payment' NOT NULL;--> statement-breakpoint
ALTER TABLE "posting_line" ADD COLUMN "base_minor" bigint;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "payment_id" uuid;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "cash_minor" bigint;--> statement-breakpoint
ALTER TABLE "posting" ADD COLUMN "reverses_posting_id" uuid;--> statement-breakpoint
ALTER TABLE "posting" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "posting" SET "payment_id" = "source_id", "cash_minor" = "line"."amount_minor" FROM "posting_line" AS "line"
WHERE "posting"."source" = 'application' AND "line"."ledger_id" = "posting"."ledger_id"
  AND "line"."posting_id" = "posting"."id" AND "line"."line_index" = 0;--> statement-breakpoint
ALTER TABLE "posting" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "posting_line" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "allocation" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "approval" ADD CONSTRAINT "approval_ledger_id_request_id_author_request_sha256_approval_request_ledger_id_id_author_request_sha256_fk" FOREIGN KEY ("ledger_id","request_id","author","request_sha256") REFERENCES "public"."approval_request"("ledger_id","id","author","request_sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_event" ADD CONSTRAINT "dispute_event_ledger_id_dispute_id_dispute_ledger_id_id_fk" FOREIGN KEY ("ledger_id","dispute_id") REFERENCES "public"."dispute"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_ledger_id_customer_id_customer_ledger_id_id_fk" FOREIGN KEY ("ledger_id","customer_id") REFERENCES "public"."customer"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_ledger_id_open_item_id_open_item_ledger_id_id_fk" FOREIGN KEY ("ledger_id","open_item_id") REFERENCES "public"."open_item"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_ledger_id_payment_id_payment_ledger_id_id_fk" FOREIGN KEY ("ledger_id","payment_id") REFERENCES "public"."payment"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute" ADD CONSTRAINT "dispute_ledger_id_reason_code_category_dispute_reason_ledger_id_code_category_fk" FOREIGN KEY ("ledger_id","reason_code","category") REFERENCES "public"."dispute_reason"("ledger_id","code","category") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_line" ADD CONSTRAINT "collection_line_ledger_id_reference_collection_ledger_id_reference_fk" FOREIGN KEY ("ledger_id","reference") REFERENCES "public"."collection"("ledger_id","reference") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "collection_line" ADD CONSTRAINT "collection_line_ledger_id_open_item_id_open_item_ledger_id_id_fk" FOREIGN KEY ("ledger_id","open_item_id") REFERENCES "public"."open_item"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lettering_move" ADD CONSTRAINT "lettering_move_ledger_id_posting_id_posting_ledger_id_id_fk" FOREIGN KEY ("ledger_id","posting_id") REFERENCES "public"."posting"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lettering_move" ADD CONSTRAINT "lettering_move_ledger_id_lettering_id_lettering_ledger_id_id_fk" FOREIGN KEY ("ledger_id","lettering_id") REFERENCES "public"."lettering"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispute_of_item" ON "dispute" USING btree ("ledger_id","open_item_id");--> statement-breakpoint
CREATE INDEX "collection_line_end_to_end" ON "collection_line" USING btree ("ledger_id","end_to_end_id");--> statement-breakpoint
CREATE INDEX "lettering_move_to" ON "lettering_move" USING btree ("ledger_id","lettering_id");--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_ledger_id_reverses_posting_id_posting_ledger_id_id_fk" FOREIGN KEY ("ledger_id","reverses_posting_id") REFERENCES "public"."posting"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "open_item_origin" ON "open_item" USING btree ("ledger_id","origin_posting_id") WHERE "open_item"."origin_posting_id" is not null;--> statement-breakpoint
CREATE INDEX "allocation_of_posting" ON "allocation" USING btree ("ledger_id","posting_id") WHERE "allocation"."payment_id" is null;--> statement-breakpoint
CREATE INDEX "posting_of_payment" ON "posting" USING btree ("ledger_id","payment_id") WHERE "posting"."source" = 'command';--> statement-breakpoint
CREATE INDEX "posting_of_command" ON "posting" USING btree ("ledger_id","source_id") WHERE "posting"."source" = 'command';--> statement-breakpoint
CREATE INDEX "posting_reversal" ON "posting" USING btree ("ledger_id","reverses_posting_id") WHERE "posting"."reverses_posting_id" is not null;--> statement-breakpoint
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_disputed" CHECK ("open_item"."disputed_minor" between 0 and "open_item"."amount_minor");--> statement-breakpoint
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_side" CHECK ("open_item"."side" = case when "open_item"."kind" in ('invoice', 'down_payment', 'retention') then 'debit' else 'credit' end);--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_amount" CHECK ("allocation"."amount_minor" <> 0);--> statement-breakpoint
ALTER TABLE "posting_line" ADD CONSTRAINT "posting_line_amount" CHECK ("posting_line"."amount_minor" >= 0 and "posting_line"."base_minor" >= 0);--> statement-breakpoint
ALTER TABLE "posting" ADD CONSTRAINT "posting_cash" CHECK (("posting"."payment_id" is null) = ("posting"."cash_minor" is null));--> statement-breakpoint
-- As 0001_row_security.sql says: a transaction sees one ledger; as 0007 says: asked for once a statement.
ALTER TABLE "command" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "command" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "approval_request" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "approval_request" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "approval" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "approval" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "tolerance" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "tolerance" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "period_close" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "period_close" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "lettering_move" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "lettering_move" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "dispute" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "dispute" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "dispute_event" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "dispute_event" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "dispute_reason" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "dispute_reason" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "collection" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "collection" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "collection_line" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "collection_line" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "exchange_rate" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "exchange_rate" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
