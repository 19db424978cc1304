// The emoji short names that a work bot is likely to use; others stay as they are written.

const NAMES = {
  alarm_clock: "⏰", arrow_left: "⬅️", arrow_right: "➡️", bar_chart: "📊", bell: "🔔", black_small_square: "▪️", bulb: "💡",
  calendar: "📆", date: "📅", checkered_flag: "🏁", clipboard: "📋", clock3: "🕒", construction: "🚧", eyes: "👀",
  exclamation: "❗", face_with_thermometer: "🤒", gear: "⚙️", hourglass: "⌛", hourglass_flowing_sand: "⏳",
  information_source: "ℹ️", large_blue_circle: "🔵", large_green_circle: "🟢", large_orange_circle: "🟠",
  large_yellow_circle: "🟡", red_circle: "🔴", white_circle: "⚪", large_green_square: "🟩", large_yellow_square: "🟨",
  large_red_square: "🟥", white_large_square: "⬜", large_blue_square: "🟦", leftwards_arrow_with_hook: "↩️", lock: "🔒",
  mag: "🔍", memo: "📝", no_entry: "⛔", no_entry_sign: "🚫", palm_tree: "🌴", beach_with_umbrella: "🏖️", pencil2: "✏️",
  point_right: "👉", question: "❓", raised_hands: "🙌", rocket: "🚀", slightly_smiling_face: "🙂", sparkles: "✨", tada: "🎉",
  thermometer: "🌡️", thinking_face: "🤔", thumbsdown: "👎", thumbsup: "👍", "+1": "👍", "-1": "👎", warning: "⚠️", wastebasket: "🗑️",
  wave: "👋", white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", zap: "⚡", smile: "😄", ok_hand: "👌", pray: "🙏",
  busts_in_silhouette: "👥", bust_in_silhouette: "👤", books: "📚", briefcase: "💼", email: "📧", house: "🏠", link: "🔗",
};

export const emoji = (name) => NAMES[name] ?? `:${name}:`;

/** The text with `:name:` replaced, as far as the name is known. */
export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => NAMES[name] ?? whole);
