import { defineTemplate } from '@langganan/whatsapp/outbound'

/** A marketing template, as it would be approved: it needs consent, whatever the window. */
export const newsTemplate = {
  name: 'kopi_baru',
  language: 'id',
  category: 'marketing',
  body: 'Halo {{name}}, ada kopi baru dari Gayo. Mau dicoba?',
} as const

export const news = defineTemplate(newsTemplate)
