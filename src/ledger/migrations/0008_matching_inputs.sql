CREATE TABLE "declined_pair" (
	"ledger_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"open_item_id" uuid,
	"actor" text NOT NULL,
	"declined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "declined_pair_ledger_id_id_pk" PRIMARY KEY("ledger_id","id")
);
--> statement-breakpoint
CREATE TABLE "payer_alias" (
	"ledger_id" integer NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"confirmed_count" integer NOT NULL,
	"first_date" date NOT NULL,
	"last_date" date NOT NULL,
	CONSTRAINT "payer_alias_ledger_id_kind_value_customer_id_pk" PRIMARY KEY("ledger_id","kind","value","customer_id"),
	CONSTRAINT "payer_alias_confirmed" CHECK ("payer_alias"."confirmed_count" > 0 and "payer_alias"."first_date" <= "payer_alias"."last_date")
);
--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "instructed_minor" bigint;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "instructed_currency" char(3);--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "exchange_rate" text;--> statement-breakpoint
ALTER TABLE "open_item" ADD COLUMN "discount_bp" integer;--> statement-breakpoint
ALTER TABLE "open_item" ADD COLUMN "discount_until" date;--> statement-breakpoint
ALTER TABLE "declined_pair" ADD CONSTRAINT "declined_pair_ledger_id_payment_id_payment_ledger_id_id_fk" FOREIGN KEY ("ledger_id","payment_id") REFERENCES "public"."payment"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declined_pair" ADD CONSTRAINT "declined_pair_ledger_id_customer_id_customer_ledger_id_id_fk" FOREIGN KEY ("ledger_id","customer_id") REFERENCES "public"."customer"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declined_pair" ADD CONSTRAINT "declined_pair_ledger_id_open_item_id_open_item_ledger_id_id_fk" FOREIGN KEY ("ledger_id","open_item_id") REFERENCES "public"."open_item"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payer_alias" ADD CONSTRAINT "payer_alias_ledger_id_customer_id_customer_ledger_id_id_fk" FOREIGN KEY ("ledger_id","customer_id") REFERENCES "public"."customer"("ledger_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "declined_pair_of_payment" ON "declined_pair" USING btree ("ledger_id","payment_id");--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_instructed" CHECK (("payment"."instructed_minor" is null) = ("payment"."instructed_currency" is null));--> statement-breakpoint
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_discount" CHECK ("open_item"."discount_bp" between 1 and 9999);--> statement-breakpoint
ALTER TABLE "open_item" ADD CONSTRAINT "open_item_discount_whole" CHECK (("open_item"."discount_bp" is null) = ("open_item"."discount_until" is null));--> statement-breakpoint
-- As 0001_row_security.sql says: a transaction sees one ledger; as 0007 says: asked for once a statement.
ALTER TABLE "payer_alias" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "payer_alias" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
--> statement-breakpoint
ALTER TABLE "declined_pair" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY "one_ledger" ON "declined_pair" USING ("ledger_id" = (SELECT "current_ledger_id"())) WITH CHECK ("ledger_id" = (SELECT "current_ledger_id"()));
