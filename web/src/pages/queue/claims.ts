/**
 * Who has which payment open. Courtesy between people, no lock: what is decided is held to the version of the payment. A
 * claim lasts two minutes; while the payment stands open it is renewed, and given back when another is opened.
 */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { given, Refused } from '../../../../src/client/client.ts';
import { lettrage } from '../../session.ts';
import type { PaymentClaim } from '../../types.ts';

/** Who leafs through the list opens nothing. */
const openedAfterMs = 300;
const renewedAfterMs = 60_000;
const lookedAgainAfterMs = 10_000;
const mostShown = 200;

export type OwnClaim = Readonly<{
  /** Who else has it open; null: nobody, or it is not known. */
  other: PaymentClaim | null;
  takeOver: () => void;
}>;

/** Claims the payment that is open. Who may not settle claims nothing. */
export function useClaim(ledger: string, paymentId: string): OwnClaim {
  const [other, setOther] = useState<PaymentClaim | null>(null);

  const claim = useCallback(
    async (takeOver: boolean) => {
      const params = { path: { ledger, paymentId }, query: { takeOver } };
      try {
        given(await lettrage.PUT('/v1/ledgers/{ledger}/review-queue/{paymentId}/claim', { params }));
        setOther(null);
      } catch (error) {
        // Whatever else is refused keeps nobody from looking at the payment.
        setOther(claimOfOther(error));
      }
    },
    [ledger, paymentId],
  );

  useEffect(() => {
    setOther(null);
    // In their order: what is given back was claimed before.
    let claimed: Promise<void> | null = null;
    const open = () => {
      claimed = claim(false);
    };
    const opening = setTimeout(open, openedAfterMs);
    const renewing = setInterval(open, renewedAfterMs);
    return () => {
      clearTimeout(opening);
      clearInterval(renewing);
      void claimed?.then(() => release(ledger, paymentId));
    };
  }, [claim]);

  return { other, takeOver: () => void claim(true) };
}

async function release(ledger: string, paymentId: string): Promise<void> {
  const params = { path: { ledger, paymentId } };
  await lettrage
    .DELETE('/v1/ledgers/{ledger}/review-queue/{paymentId}/claim', { params })
    // It ends by itself.
    .catch(() => undefined);
}

function claimOfOther(error: unknown): PaymentClaim | null {
  if (!(error instanceof Refused) || error.problem.code !== 'ledger.payment_claimed') return null;
  const { actor = '', claimedUntil = '' } = error.problem.details ?? {};
  return { actor, claimedUntil };
}

export type ClaimByPayment = ReadonlyMap<string, PaymentClaim>;

/** What is open at whoever's desk, looked at every ten seconds while the page is in sight. @param isAsked - false: not yet. */
export function useClaims(ledger: string, isAsked: boolean): ClaimByPayment {
  const [claims, setClaims] = useState<ClaimByPayment>(new Map());
  useEffect(() => {
    if (!isAsked) return;
    let isWanted = true;
    const look = async () => {
      if (document.hidden) return;
      const params = { path: { ledger }, query: { isClaimed: true, limit: mostShown } };
      const { data } = await lettrage
        .GET('/v1/ledgers/{ledger}/review-queue', { params })
        .catch(() => ({ data: undefined }));
      if (!isWanted || data === undefined) return;
      setClaims(new Map(data.items.flatMap(({ payment, claim }) => (claim === null ? [] : [[payment.id, claim]]))));
    };
    void look();
    const looking = setInterval(() => void look(), lookedAgainAfterMs);
    return () => {
      isWanted = false;
      clearInterval(looking);
    };
  }, [ledger, isAsked]);
  return claims;
}
