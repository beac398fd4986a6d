export interface GroupRow {
  readonly id: string
  readonly name: string
  readonly nameFold: string
  readonly createdAt: number
}

export interface GroupMemberRow {
  readonly groupId: string
  readonly customerId: string
  readonly since: number
  readonly addedBy: string
}
