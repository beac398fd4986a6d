export interface CategoryRow {
  readonly id: string
  readonly name: string
  readonly nameFold: string
  readonly createdAt: number
}
