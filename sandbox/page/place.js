// Where elements stand, for `elements.js`: what a click or a value there does.

import { confirm } from "./confirm.js";

/** A place in a message or a view of the desk; `where` is {ts} or {view_id}, `surface` the message or the view. */
export function placeOf(desk, names, surface, where) {
  const details = (element, block, value) => ({
    action_id: element.action_id,
    block_id: block.block_id,
    value: value ?? null,
    ...where,
  });
  return {
    id: where.ts ?? where.view_id,
    context: { names },
    errors: surface.errors,
    confirm: (dialog) => (dialog ? confirm(dialog, { names }) : Promise.resolve(true)),
    act: (element, block, value) => desk.do("act", details(element, block, value)),
    enter: (element, block, value) =>
      (desk.entering = Promise.all([desk.entering, desk.do("enter", details(element, block, value))])),
    value: (block, element) => surface.state?.values?.[block.block_id]?.[element.action_id],
  };
}
