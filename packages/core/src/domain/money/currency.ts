// ISO 4217 list one without funds, metals and test codes. IDR has two decimals in the standard and
// none in Indonesian shops; amounts here are whole rupiah.
const codesByScale: readonly (readonly [scale: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF IDR ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
    CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL
    HTG HUF ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP
    MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD
    UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
]

const scales: ReadonlyMap<string, number> = /* @__PURE__ */ new Map(
  codesByScale.flatMap(([scale, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, scale]),
  ),
)

/**
 * How many decimals the minor unit of a currency has (0, 2 or 3), or undefined for anything but an
 * active ISO 4217 code in capitals.
 *
 * Rupiah count as whole units: the scale of `IDR` is 0.
 */
export function currencyScale(code: string): number | undefined {
  return scales.get(code)
}
