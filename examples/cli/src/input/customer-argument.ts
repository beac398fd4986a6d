/** How help says what names a customer. */
export const customerArgument = 'id, customer number, phone or e-mail address'
