/**
 * The place of a value that the planner does not look at. With a bare `?` after LIMIT, or compared where a partial
 * index has a condition on the same column, it does look, and plans the statement anew at each run: that takes ten
 * times as long as running it.
 */
export const unseen = '+?'
