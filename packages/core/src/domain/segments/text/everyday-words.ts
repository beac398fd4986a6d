/** What is called here as nobody says it every day: names, and what people write instead, without spaces. */
const words: Readonly<Record<string, string>> = {
  ltv: 'spent,totalspent,spend,belanja,totalbelanja,omzet',
  orders: 'pesanan,order',
  lastpurchase: 'lastorder,lastbought,belanjaterakhir,terakhirbelanja',
  receivable: 'debt,owes,owed,unpaid,piutang,utang,hutang,ngutang,kasbon,belumbayar,belumlunas',
  overdue: 'late,telat,telatbayar,jatuhtempo,nunggak',
  productive: 'regular,langganan,pelanggantetap',
  loyalty: 'loyal,setia',
  city: 'kota,town',
  name: 'nama',
  phone: 'telepon,hp,nohp',
  address: 'alamat',
  birthday: 'ulangtahun',
  age: 'umur,usia',
  notes: 'catatan',
  hastag: 'tag,tags,tagged',
  ingroup: 'group,grup',
  balance: 'saldo',
  email: 'surel',
  added: 'joined,registered,terdaftar',
  and: 'dan',
  or: 'atau',
  not: 'bukan,tidak',
}

/** The same as the search for the nearest name takes them. They are suggested, never understood. */
export const everydayWords: string = /* @__PURE__ */ Object.entries(words)
  .map(([name, others]) => `${name} ${others}`)
  .join(';')
