CREATE TABLE "bank_account_alias" (
	"ledger_id" integer NOT NULL,
	"alias" text NOT NULL,
	"bank_account_id" uuid NOT NULL,
	CONSTRAINT "bank_account_alias_ledger_id_alias_pk" PRIMARY KEY("ledger_id","alias")
);
--> statement-breakpoint
CREATE TABLE "entry_report" (
	"ledger_id" integer NOT NULL,
	"entry_id" uuid NOT NULL,
	"reported_entry_id" uuid NOT NULL,
	"found_by" text NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "entry_report_ledger_id_entry_id_reported_entry_id_pk" PRIMARY KEY("ledger_id","entry_id","reported_entry_id")
);
--> statement-breakpoint
CREATE TABLE "reported_entry" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"bank_account_id" uuid NOT NULL,
	"sha256" char(64) NOT NULL,
	"statement_index" integer NOT NULL,
	"entry_index" integer NOT NULL,
	"role" text NOT NULL,
	"status" text NOT NULL,
	"digest" char(64) NOT NULL,
	"digest_rank" integer NOT NULL,
	"booking_date" date,
	"value_date" date,
	"side" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"is_reversal" boolean NOT NULL,
	"bank_transaction_code" text,
	"account_servicer_reference" text,
	"batch_reference" text,
	"additional_information" text,
	"payments" jsonb NOT NULL,
	CONSTRAINT "reported_entry_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "reported_entry_once" UNIQUE("ledger_id","bank_account_id","role","digest","digest_rank"),
	CONSTRAINT "reported_entry_amount" CHECK ("reported_entry"."amount_minor" >= 0)
);
--> statement-breakpoint
ALTER TABLE "bank_account" ADD COLUMN "master_format" text;--> statement-breakpoint
ALTER TABLE "bank_account" ADD COLUMN "on_missing_statement" text DEFAULT 'hold' NOT NULL;--> statement-breakpoint
ALTER TABLE "bank_account" ADD COLUMN "on_absent_balance" text DEFAULT 'quarantine' NOT NULL;--> statement-breakpoint
ALTER TABLE "bank_account" ADD COLUMN "on_totals_mismatch" text DEFAULT 'quarantine' NOT NULL;--> statement-breakpoint
ALTER TABLE "bank_account" ADD COLUMN "on_sequence_gap" text DEFAULT 'publish' NOT NULL;--> statement-breakpoint
ALTER TABLE "bank_account" ADD COLUMN "on_balance_mismatch" text DEFAULT 'quarantine' NOT NULL;--> statement-breakpoint
ALTER TABLE "entry" ADD COLUMN "batch_reference" text;--> statement-breakpoint
ALTER TABLE "statement_file" ADD COLUMN "release" jsonb;--> statement-breakpoint
ALTER TABLE "statement" ADD COLUMN "gap_before_minor" bigint;--> statement-breakpoint
ALTER TABLE "statement" ADD COLUMN "gap_after_minor" bigint;--> statement-breakpoint
-- Staging is rebuilt from the stored bytes: what an interrupted run left has no status.
TRUNCATE "staged_entry";--> statement-breakpoint
ALTER TABLE "staged_entry" ADD COLUMN "status" text NOT NULL;--> statement-breakpoint
ALTER TABLE "staged_entry" ADD COLUMN "batch_reference" text;--> statement-breakpoint
ALTER TABLE "bank_account_alias" ADD CONSTRAINT "bank_account_alias_ledger_id_bank_account_id_bank_account_ledger_id_id_fk" FOREIGN KEY ("ledger_id","bank_account_id") REFERENCES "public"."bank_account"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_report" ADD CONSTRAINT "entry_report_ledger_id_entry_id_entry_ledger_id_id_fk" FOREIGN KEY ("ledger_id","entry_id") REFERENCES "public"."entry"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_report" ADD CONSTRAINT "entry_report_ledger_id_reported_entry_id_reported_entry_ledger_id_id_fk" FOREIGN KEY ("ledger_id","reported_entry_id") REFERENCES "public"."reported_entry"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_entry" ADD CONSTRAINT "reported_entry_ledger_id_bank_account_id_bank_account_ledger_id_id_fk" FOREIGN KEY ("ledger_id","bank_account_id") REFERENCES "public"."bank_account"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reported_entry" ADD CONSTRAINT "reported_entry_ledger_id_sha256_statement_file_ledger_id_sha256_fk" FOREIGN KEY ("ledger_id","sha256") REFERENCES "public"."statement_file"("ledger_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reported_entry_reference" ON "reported_entry" USING btree ("ledger_id","bank_account_id","account_servicer_reference") WHERE "reported_entry"."account_servicer_reference" is not null;--> statement-breakpoint
CREATE INDEX "reported_entry_batch" ON "reported_entry" USING btree ("ledger_id","bank_account_id","batch_reference") WHERE "reported_entry"."batch_reference" is not null;--> statement-breakpoint
CREATE INDEX "reported_entry_amount" ON "reported_entry" USING btree ("ledger_id","bank_account_id","amount_minor");--> statement-breakpoint
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_never_unproved" CHECK ("bank_account"."on_balance_mismatch" in ('hold', 'quarantine'));