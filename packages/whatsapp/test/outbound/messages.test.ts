import { isLanggananError } from '@langganan/core'
import { expect, test } from 'vitest'
import {
  audioMessage,
  buttonsMessage,
  contactsMessage,
  defineTemplate,
  documentMessage,
  flowMessage,
  imageMessage,
  inReplyTo,
  listMessage,
  reactionMessage,
  stickerMessage,
  textMessage,
  videoMessage,
  type WhatsAppMessage,
} from '../../src/outbound/index.ts'

const link = 'https://kopi-senja.example/menu.jpg'
const row = { id: 'a', title: 'Kopi' }
const button = { id: 'a', title: 'Ya' }
const withPicture = defineTemplate({
  name: 'menu',
  language: 'id',
  category: 'marketing',
  header: 'image',
  body: 'Menu baru',
})

const refused: readonly (readonly [field: string, make: () => WhatsAppMessage])[] = [
  ['id', () => imageMessage({ id: '' })],
  ['id', () => videoMessage({ id: ' ' })],
  ['id', () => audioMessage(JSON.parse('{}'))],
  ['id', () => stickerMessage(JSON.parse('{"id":7}'))],
  ['link', () => imageMessage({ link: '' })],
  ['link', () => documentMessage({ link: 'menu.pdf' })],
  ['link', () => documentMessage({ link: 'file:///srv/menu.pdf' })],
  ['link', () => documentMessage({ link: 'javascript:alert(1)' })],
  ['link', () => documentMessage({ link: 'https://' })],
  ['link', () => documentMessage({ link: 'https://kopi senja.example/menu.pdf' })],
  ['link', () => documentMessage({ link: `${link}?${'x'.repeat(2_048)}` })],
  ['link', () => imageMessage(JSON.parse(`{"id":"7","link":"${link}"}`))],
  ['caption', () => imageMessage({ link }, { caption: 'x'.repeat(1_025) })],
  ['filename', () => documentMessage({ link }, { filename: '' })],
  ['body', () => textMessage(' \n')],
  ['body', () => textMessage(JSON.parse('null'))],
  ['body', () => textMessage('x'.repeat(4_097))],
  ['buttons', () => buttonsMessage({ body: 'Jadi?', buttons: [] })],
  ['buttons', () => buttonsMessage({ body: 'Jadi?', buttons: [button, button] })],
  [
    'buttons',
    () =>
      buttonsMessage({
        body: 'Jadi?',
        buttons: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id })),
      }),
  ],
  ['buttons[0].id', () => buttonsMessage({ body: 'Jadi?', buttons: [{ ...button, id: '' }] })],
  [
    'header.image.link',
    () => buttonsMessage({ body: 'Jadi?', header: { image: { link: 'menu' } }, buttons: [button] }),
  ],
  ['sections', () => listMessage({ body: 'Menu', button: 'Lihat', sections: [] })],
  ['sections', () => listMessage({ body: 'Menu', button: 'Lihat', sections: [{ rows: [] }] })],
  [
    'sections',
    () => listMessage({ body: 'Menu', button: 'Lihat', sections: [{ rows: [row, row] }] }),
  ],
  [
    'sections[1].rows',
    () =>
      listMessage({
        body: 'Menu',
        button: 'Lihat',
        sections: [
          { title: 'Kopi', rows: [row] },
          { title: 'Teh', rows: [] },
        ],
      }),
  ],
  ['flowId', () => flowMessage({ body: 'Isi', flowId: '', button: 'Buka' })],
  [
    'screen.id',
    () => flowMessage({ body: 'Isi', flowId: '7', button: 'Buka', screen: { id: '' } }),
  ],
  ['cards', () => contactsMessage([])],
  ['cards[0].phones[0].phone', () => contactsMessage([{ name: 'Sari', phones: [{ phone: '' }] }])],
  ['messageId', () => reactionMessage('', '👍')],
  ['emoji', () => reactionMessage('wamid.1', '')],
  ['messageId', () => inReplyTo('', textMessage('Halo'))],
  ['header.link', () => withPicture({ header: { link: 'menu' } })],
  ['header.id', () => withPicture({ header: JSON.parse('{}') })],
]

test.each(refused)(
  'what WhatsApp would refuse is refused before any request: %s, %o',
  (field, make) => {
    try {
      make()
    } catch (error) {
      if (!isLanggananError(error, 'INVALID_INPUT')) throw error
      expect(error.field).toBe(field)
      return
    }
    throw new Error('It was made.')
  },
)

test('what it takes is as it was given', () => {
  expect(imageMessage({ link }).content).toEqual({ link, caption: undefined })
  expect(imageMessage({ id: '7' }, { caption: 'Menu' }).content).toEqual({
    id: '7',
    caption: 'Menu',
  })
  expect(stickerMessage({ link: 'HTTP://kopi-senja.example' }).content).toEqual({
    link: 'HTTP://kopi-senja.example',
  })
  expect(reactionMessage('wamid.1', null).content).toEqual({ message_id: 'wamid.1', emoji: '' })
  expect(inReplyTo('wamid.1', textMessage('Halo')).replyTo).toBe('wamid.1')
  expect(withPicture({ header: { link } }).content).toMatchObject({
    components: [{ type: 'header', parameters: [{ type: 'image', image: { link } }] }],
  })
})
