import { formatAmount, type LoyaltyStage } from '@langganan/core'
import { localTimeFormat } from '../output/local-time.ts'
import { timeZone } from './demo-shop.ts'

/** Rupiah as people read them. */
export function rupiah(amount: number): string {
  return formatAmount(amount, 'IDR')
}

const local = localTimeFormat(timeZone)

/** `2026-11-20 12:00`, in the shop's zone. */
export function timeText(at: Date | null): string {
  return local(at)
}

export function dayText(at: Date | null): string {
  return local(at).slice(0, 10)
}

/** `August` of the day `2026-08-14`. */
export function monthText(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleString('en-US', { month: 'long', timeZone: 'UTC' })
}

export function count(n: number): string {
  return n.toLocaleString('en-US')
}

/** The stages of loyalty as an Indonesian shop would call them. */
export const stagesInIndonesian: Readonly<Record<LoyaltyStage, string>> = {
  prospect: 'calon pelanggan',
  'one-time': 'sekali beli',
  repeat: 'beli ulang',
  regular: 'pelanggan rutin',
  loyal: 'pelanggan setia',
  slipping: 'mulai menjauh',
  lapsed: 'hilang',
}
