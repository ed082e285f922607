/** What hostile words of a bank cost: see `speed/hostile-texts.ts`. A million texts take a quarter of an hour. */
import { limitMs, type HostileTextsTold } from './speed/hostile-texts.ts';
import { compileBenchmarks, runScript } from './speed/run-script.ts';

const sizes = {
  small: { mode: 'here', textCount: 200 },
  canonical: { mode: 'compiled', textCount: 1_000_000 },
} as const;

export async function run({ size }: { size: keyof typeof sizes }): Promise<Record<string, unknown>> {
  const { mode, textCount } = sizes[size];
  if (mode === 'compiled') compileBenchmarks();
  const { overLimitCount, ...told } = await runScript<HostileTextsTold>(mode, 'hostile-texts', [String(textCount)]);
  return { size, ...told, [`over ${limitMs} ms`]: overLimitCount };
}
