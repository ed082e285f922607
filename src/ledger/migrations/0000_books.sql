CREATE TABLE "bank_account_directory" (
	"identifier" text PRIMARY KEY NOT NULL,
	"ledger_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bank_account" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"identifier" text NOT NULL,
	"currency" char(3) NOT NULL,
	"name" text NOT NULL,
	"gl_account" text NOT NULL,
	CONSTRAINT "bank_account_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "bank_account_identifier" UNIQUE("ledger_id","identifier")
);
--> statement-breakpoint
CREATE TABLE "customer_iban" (
	"ledger_id" integer NOT NULL,
	"customer_id" uuid NOT NULL,
	"iban" text NOT NULL,
	CONSTRAINT "customer_iban_ledger_id_customer_id_iban_pk" PRIMARY KEY("ledger_id","customer_id","iban")
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "customer_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "customer_code" UNIQUE("ledger_id","code")
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "ledger_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "entry" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"statement_id" uuid NOT NULL,
	"bank_account_id" uuid NOT NULL,
	"entry_index" integer NOT NULL,
	"fingerprint" char(64) NOT NULL,
	"fingerprint_rank" integer NOT NULL,
	"booking_date" date NOT NULL,
	"value_date" date,
	"side" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"is_reversal" boolean NOT NULL,
	"bank_transaction_code" text,
	"account_servicer_reference" text,
	"additional_information" text,
	"source_line" integer NOT NULL,
	CONSTRAINT "entry_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "entry_once" UNIQUE("ledger_id","bank_account_id","fingerprint","fingerprint_rank"),
	CONSTRAINT "entry_amount" CHECK ("entry"."amount_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"detail_index" integer NOT NULL,
	"booking_date" date NOT NULL,
	"side" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"is_reversal" boolean NOT NULL,
	"return_reason" text,
	"bank_transaction_code" text,
	"batch_count" integer,
	"counterparty_name" text,
	"counterparty_iban" text,
	"remittance" text[] NOT NULL,
	"creditor_reference" text,
	"end_to_end_id" text,
	"unapplied_minor" bigint NOT NULL,
	"status" text NOT NULL,
	"review_reason" text,
	"match_run_id" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "payment_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "payment_of_entry" UNIQUE("ledger_id","entry_id","detail_index"),
	CONSTRAINT "payment_unapplied_range" CHECK ("payment"."unapplied_minor" between 0 and "payment"."amount_minor"),
	CONSTRAINT "payment_review" CHECK (("payment"."status" = 'in_review') = ("payment"."review_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "statement_file_arrival" (
	"ledger_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "statement_file_arrival_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sha256" char(64) NOT NULL,
	"name" text NOT NULL,
	"arrived_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "statement_file_arrival_ledger_id_id_pk" PRIMARY KEY("ledger_id","id")
);
--> statement-breakpoint
CREATE TABLE "statement_file_chunk" (
	"ledger_id" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"chunk_index" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "statement_file_chunk_ledger_id_sha256_chunk_index_pk" PRIMARY KEY("ledger_id","sha256","chunk_index")
);
--> statement-breakpoint
CREATE TABLE "statement_file" (
	"ledger_id" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"size_bytes" bigint NOT NULL,
	"state" text NOT NULL,
	"format" text,
	"format_version" text,
	"parser" text,
	"findings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "statement_file_ledger_id_sha256_pk" PRIMARY KEY("ledger_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "statement" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"bank_account_id" uuid NOT NULL,
	"sha256" char(64) NOT NULL,
	"statement_index" integer NOT NULL,
	"bank_statement_id" text,
	"sequence" text,
	"from_date" date,
	"to_date" date,
	"statement_date" date NOT NULL,
	"day_rank" integer NOT NULL,
	"digest" char(64) NOT NULL,
	"currency" char(3) NOT NULL,
	"opening_minor" bigint NOT NULL,
	"credits_minor" bigint NOT NULL,
	"debits_minor" bigint NOT NULL,
	"closing_minor" bigint NOT NULL,
	"entry_count" integer NOT NULL,
	"findings" jsonb NOT NULL,
	CONSTRAINT "statement_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "statement_chain" UNIQUE("ledger_id","bank_account_id","statement_date","day_rank"),
	CONSTRAINT "statement_proves" CHECK ("statement"."opening_minor" + "statement"."credits_minor" - "statement"."debits_minor" = "statement"."closing_minor"),
	CONSTRAINT "statement_sums" CHECK ("statement"."credits_minor" >= 0 and "statement"."debits_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "open_item_adjustment" (
	"ledger_id" integer NOT NULL,
	"open_item_id" uuid NOT NULL,
	"item_version" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	"reason" text NOT NULL,
	"adjusted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "open_item_adjustment_ledger_id_open_item_id_item_version_reason_pk" PRIMARY KEY("ledger_id","open_item_id","item_version","reason")
);
--> statement-breakpoint
CREATE TABLE "open_item" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"document_number" text NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"currency" char(3) NOT NULL,
	"amount_minor" bigint NOT NULL,
	"issue_date" date NOT NULL,
	"due_date" date NOT NULL,
	"creditor_reference" text,
	"purchase_order" text,
	"imported_residual_minor" bigint NOT NULL,
	"imported_as_of" date,
	"acknowledged_minor" bigint NOT NULL,
	"residual_minor" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "open_item_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "open_item_document" UNIQUE("ledger_id","customer_id","kind","document_number"),
	CONSTRAINT "open_item_residual" CHECK ("open_item"."residual_minor" between 0 and "open_item"."amount_minor"),
	CONSTRAINT "open_item_side" CHECK ("open_item"."side" = case when "open_item"."kind" = 'credit_note' then 'credit' else 'debit' end)
);
--> statement-breakpoint
CREATE TABLE "match_chunk" (
	"ledger_id" integer NOT NULL,
	"match_run_id" uuid NOT NULL,
	"chunk_index" integer NOT NULL,
	"applied_count" integer NOT NULL,
	"review_count" integer NOT NULL,
	"applied_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "match_chunk_ledger_id_match_run_id_chunk_index_pk" PRIMARY KEY("ledger_id","match_run_id","chunk_index")
);
--> statement-breakpoint
CREATE TABLE "match_decision_line" (
	"ledger_id" integer NOT NULL,
	"match_run_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"open_item_id" uuid NOT NULL,
	"residual_minor" bigint NOT NULL,
	"cleared_minor" bigint NOT NULL,
	CONSTRAINT "match_decision_line_ledger_id_match_run_id_payment_id_open_item_id_pk" PRIMARY KEY("ledger_id","match_run_id","payment_id","open_item_id"),
	CONSTRAINT "match_decision_line_amount" CHECK ("match_decision_line"."cleared_minor" > 0 and "match_decision_line"."cleared_minor" <= "match_decision_line"."residual_minor")
);
--> statement-breakpoint
CREATE TABLE "match_decision" (
	"ledger_id" integer NOT NULL,
	"match_run_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"chunk_index" integer NOT NULL,
	"action" text NOT NULL,
	"reason" text,
	"certificate" jsonb NOT NULL,
	CONSTRAINT "match_decision_ledger_id_match_run_id_payment_id_pk" PRIMARY KEY("ledger_id","match_run_id","payment_id"),
	CONSTRAINT "match_decision_reason" CHECK (("match_decision"."action" = 'review') = ("match_decision"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "match_run" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"run_number" integer NOT NULL,
	"currency" char(3) NOT NULL,
	"engine" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	"payment_count" integer NOT NULL,
	"chunk_count" integer NOT NULL,
	CONSTRAINT "match_run_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "match_run_number" UNIQUE("ledger_id","run_number")
);
--> statement-breakpoint
CREATE TABLE "allocation" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"open_item_id" uuid NOT NULL,
	"side" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"lettering_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"match_run_id" uuid,
	"allocated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "allocation_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "allocation_amount" CHECK ("allocation"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "lettering_counter" (
	"ledger_id" integer NOT NULL,
	"account" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"last_number" integer NOT NULL,
	CONSTRAINT "lettering_counter_ledger_id_account_customer_id_pk" PRIMARY KEY("ledger_id","account","customer_id")
);
--> statement-breakpoint
CREATE TABLE "lettering_event" (
	"ledger_id" integer NOT NULL,
	"lettering_id" uuid NOT NULL,
	"event_index" integer NOT NULL,
	"kind" text NOT NULL,
	"lettering_date" date,
	"reason" text NOT NULL,
	"actor" text NOT NULL,
	"happened_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "lettering_event_ledger_id_lettering_id_event_index_pk" PRIMARY KEY("ledger_id","lettering_id","event_index")
);
--> statement-breakpoint
CREATE TABLE "lettering" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"account" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"currency" char(3) NOT NULL,
	"code_number" integer NOT NULL,
	CONSTRAINT "lettering_ledger_id_id_pk" PRIMARY KEY("ledger_id","id"),
	CONSTRAINT "lettering_code" UNIQUE("ledger_id","account","customer_id","code_number")
);
--> statement-breakpoint
CREATE TABLE "posting_line" (
	"ledger_id" integer NOT NULL,
	"posting_id" uuid NOT NULL,
	"line_index" integer NOT NULL,
	"account" text NOT NULL,
	"customer_id" uuid,
	"side" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"lettering_id" uuid,
	CONSTRAINT "posting_line_ledger_id_posting_id_line_index_pk" PRIMARY KEY("ledger_id","posting_id","line_index"),
	CONSTRAINT "posting_line_amount" CHECK ("posting_line"."amount_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "posting" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"journal" text NOT NULL,
	"posting_date" date NOT NULL,
	"source" text NOT NULL,
	"source_id" uuid NOT NULL,
	"label" text NOT NULL,
	CONSTRAINT "posting_ledger_id_id_pk" PRIMARY KEY("ledger_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"ledger_id" integer NOT NULL,
	"sequence" bigint NOT NULL,
	"body" text NOT NULL,
	"previous_hash" char(64) NOT NULL,
	"hash" char(64) NOT NULL,
	CONSTRAINT "audit_event_ledger_id_sequence_pk" PRIMARY KEY("ledger_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"ledger_id" integer PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" char(64) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job" (
	"ledger_id" integer NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "job_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"queue" text NOT NULL,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"match_run_id" uuid,
	"attempt" integer DEFAULT 0 NOT NULL,
	"run_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"worker" text,
	"problem" text,
	CONSTRAINT "job_ledger_id_id_pk" PRIMARY KEY("ledger_id","id")
);
--> statement-breakpoint
CREATE TABLE "staged_decision" (
	"ledger_id" integer NOT NULL,
	"match_run_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"certificate" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staged_entry" (
	"ledger_id" integer NOT NULL,
	"sha256" char(64) NOT NULL,
	"statement_index" integer NOT NULL,
	"entry_index" integer NOT NULL,
	"fingerprint" char(64) NOT NULL,
	"booking_date" date,
	"value_date" date,
	"side" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" char(3) NOT NULL,
	"is_reversal" boolean NOT NULL,
	"bank_transaction_code" text,
	"account_servicer_reference" text,
	"additional_information" text,
	"source_line" integer NOT NULL,
	"payments" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customer_iban" ADD CONSTRAINT "customer_iban_ledger_id_customer_id_customer_ledger_id_id_fk" FOREIGN KEY ("ledger_id","customer_id") REFERENCES "public"."customer"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_ledger_id_statement_id_statement_ledger_id_id_fk" FOREIGN KEY ("ledger_id","statement_id") REFERENCES "public"."statement"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_ledger_id_entry_id_entry_ledger_id_id_fk" FOREIGN KEY ("ledger_id","entry_id") REFERENCES "public"."entry"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_file_arrival" ADD CONSTRAINT "statement_file_arrival_ledger_id_sha256_statement_file_ledger_id_sha256_fk" FOREIGN KEY ("ledger_id","sha256") REFERENCES "public"."statement_file"("ledger_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement_file_chunk" ADD CONSTRAINT "statement_file_chunk_ledger_id_sha256_statement_file_ledger_id_sha256_fk" FOREIGN KEY ("ledger_id","sha256") REFERENCES "public"."statement_file"("ledger_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_ledger_id_bank_account_id_bank_account_ledger_id_id_fk" FOREIGN KEY ("ledger_id","bank_account_id") REFERENCES "public"."bank_account"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statement" ADD CONSTRAINT "statement_ledger_id_sha256_statement_file_ledger_id_sha256_fk" FOREIGN KEY ("ledger_id","sha256") REFERENCES "public"."statement_file"("ledger_id","sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_item_adjustment" ADD CONSTRAINT "open_item_adjustment_ledger_id_open_item_id_open_item_ledger_id_id_fk" FOREIGN KEY ("ledger_id","open_item_id") REFERENCES "public"."open_item"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_ledger_id_customer_id_customer_ledger_id_id_fk" FOREIGN KEY ("ledger_id","customer_id") REFERENCES "public"."customer"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_chunk" ADD CONSTRAINT "match_chunk_ledger_id_match_run_id_match_run_ledger_id_id_fk" FOREIGN KEY ("ledger_id","match_run_id") REFERENCES "public"."match_run"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_decision_line" ADD CONSTRAINT "match_decision_line_ledger_id_match_run_id_payment_id_match_decision_ledger_id_match_run_id_payment_id_fk" FOREIGN KEY ("ledger_id","match_run_id","payment_id") REFERENCES "public"."match_decision"("ledger_id","match_run_id","payment_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_decision" ADD CONSTRAINT "match_decision_ledger_id_match_run_id_match_run_ledger_id_id_fk" FOREIGN KEY ("ledger_id","match_run_id") REFERENCES "public"."match_run"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_decision" ADD CONSTRAINT "match_decision_ledger_id_payment_id_payment_ledger_id_id_fk" FOREIGN KEY ("ledger_id","payment_id") REFERENCES "public"."payment"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_ledger_id_payment_id_payment_ledger_id_id_fk" FOREIGN KEY ("ledger_id","payment_id") REFERENCES "public"."payment"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_ledger_id_open_item_id_open_item_ledger_id_id_fk" FOREIGN KEY ("ledger_id","open_item_id") REFERENCES "public"."open_item"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_ledger_id_lettering_id_lettering_ledger_id_id_fk" FOREIGN KEY ("ledger_id","lettering_id") REFERENCES "public"."lettering"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lettering_event" ADD CONSTRAINT "lettering_event_ledger_id_lettering_id_lettering_ledger_id_id_fk" FOREIGN KEY ("ledger_id","lettering_id") REFERENCES "public"."lettering"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lettering" ADD CONSTRAINT "lettering_ledger_id_customer_id_customer_ledger_id_id_fk" FOREIGN KEY ("ledger_id","customer_id") REFERENCES "public"."customer"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_line" ADD CONSTRAINT "posting_line_ledger_id_posting_id_posting_ledger_id_id_fk" FOREIGN KEY ("ledger_id","posting_id") REFERENCES "public"."posting"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_of_statement" ON "entry" USING btree ("ledger_id","statement_id","entry_index");--> statement-breakpoint
CREATE INDEX "payment_unapplied" ON "payment" USING btree ("ledger_id","currency","id") WHERE "payment"."unapplied_minor" > 0;--> statement-breakpoint
CREATE INDEX "payment_booked" ON "payment" USING btree ("ledger_id","booking_date","id");--> statement-breakpoint
CREATE INDEX "payment_queue" ON "payment" USING btree ("ledger_id","booking_date","id") WHERE "payment"."status" = 'in_review';--> statement-breakpoint
CREATE INDEX "statement_file_arrival_of" ON "statement_file_arrival" USING btree ("ledger_id","sha256","id");--> statement-breakpoint
CREATE INDEX "open_item_due" ON "open_item" USING btree ("ledger_id","due_date","id");--> statement-breakpoint
CREATE INDEX "open_item_open" ON "open_item" USING btree ("ledger_id","currency","due_date","id") WHERE "open_item"."residual_minor" > 0;--> statement-breakpoint
CREATE INDEX "match_decision_chunk" ON "match_decision" USING btree ("ledger_id","match_run_id","chunk_index");--> statement-breakpoint
CREATE INDEX "allocation_of_payment" ON "allocation" USING btree ("ledger_id","payment_id");--> statement-breakpoint
CREATE INDEX "allocation_of_item" ON "allocation" USING btree ("ledger_id","open_item_id");--> statement-breakpoint
CREATE INDEX "posting_line_lettering" ON "posting_line" USING btree ("ledger_id","lettering_id");--> statement-breakpoint
CREATE INDEX "posting_source" ON "posting" USING btree ("ledger_id","source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_waiting" ON "job" USING btree ("ledger_id","queue","key") WHERE "job"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "job_ready" ON "job" USING btree ("queue","run_at") WHERE "job"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "staged_decision_run" ON "staged_decision" USING btree ("ledger_id","match_run_id","payment_id");--> statement-breakpoint
CREATE INDEX "staged_entry_file" ON "staged_entry" USING btree ("ledger_id","sha256","statement_index");