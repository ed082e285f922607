import { err, ok, type Result } from './result.ts';

/** An ISO 4217 alphabetic code that this table knows, such as `EUR`. */
export type CurrencyCode = string & { readonly __brand: 'CurrencyCode' };

// Digits after the decimal point where they are not two. ISO 4217 list one, column "Minor unit".
const unusualExponents: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
  CLF: 4,
  UYW: 4,
};

const twoDigitCodes: ReadonlySet<string> = new Set(
  (
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF ' +
    'CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG ' +
    'HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK ' +
    'MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE ' +
    'SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG'
  ).split(' '),
);

/** Accepts an ISO 4217 code, upper case; `currency_unknown` otherwise, because an unknown exponent would guess at money. */
export function parseCurrency(code: string): Result<CurrencyCode, 'currency_unknown'> {
  return twoDigitCodes.has(code) || Object.hasOwn(unusualExponents, code)
    ? ok(code as CurrencyCode)
    : err('currency_unknown');
}

/** All that are known. */
export const currencies: readonly CurrencyCode[] = [...twoDigitCodes, ...Object.keys(unusualExponents)].map(
  (code) => code as CurrencyCode,
);

/** Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for TND, 4 for CLF. */
export const exponentOf = (currency: CurrencyCode): number => unusualExponents[currency] ?? 2;
