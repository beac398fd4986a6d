export { amountMeant } from './amount-meant.ts'
export { parse } from './parse.ts'
export { print } from './print.ts'
