-- A night adds more rows at once than autovacuum looks at in time: without statistics the planner compares each payment of a
-- ledger with each of a chunk. Only a table's owner may count it; the service asks through this function.
CREATE FUNCTION "count_for_planner"() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE (SKIP_LOCKED) "payment", "open_item", "match_decision", "match_decision_line";
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "count_for_planner"() FROM PUBLIC;
