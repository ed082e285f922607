/** Records of the API that several pages show. */
import type { components } from '../../src/client/client.ts';

type Schemas = components['schemas'];
export type QueuedPayment = Schemas['QueuedPayment'];
export type Payment = Schemas['Payment'];
export type Proposal = Schemas['Proposal'];
export type Evidence = Schemas['Evidence'];
export type OpenItem = Schemas['OpenItem'];
export type PaymentPart = Schemas['PaymentPart'];
