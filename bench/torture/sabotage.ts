export async function printSabotage(): Promise<Record<string, unknown>> {
  return {};
}
