// SPDX-License-Identifier: Apache-2.0

extension English {
  /// The responsibility map, and what is proven of it.
  static let map = [
    "unknown-department": "no department is named '{name}'",
    "ambiguous-department": "several departments have the title '{name}': {ids}",
    "unknown-zone": "no time zone is named '{name}'",
    "bad-days": "'{days}' is neither a weekday nor a range of weekdays",
    "repeated-day": "'{day}' has hours already",
    "bad-hours": "'{text}' is not a stretch of hours that follows the one before it",
    "bad-month-day": "'{text}' is not a day of the year",
    "bad-holidays": "{problem}: '{text}'",
    "bad-places": "{problem}: '{text}'",
    "bad-due": "'{text}' is not a due time",
    "unknown-unit": "'{unit}' is not a unit of time",
    "bad-count": "'{text}' units cannot be counted: 1 to {most} can",
    "notice-by-clock": "notice is given within minutes or hours, not within '{text}'",
    "unknown-step": "no step here is named '{step}'",
    "step-circle": "these steps wait for each other: {steps}",
    "latest-too-early": "'{step}' is due after {due}, which can be later than at latest {latest}",
    "level-without-deadlines": "the level '{level}' has no deadlines",
    "unknown-level": "no level is named '{name}'",
    "no-working-hours": "'{step}' is counted in working time, but '{department}' has no working hours",
    "later-at-higher-level": "'{step}' can be due later at {higher} ({higher-term}) than at {lower} ({lower-term})",
    "later-for-kind":
      "'{step}' can be due later with a kind of request, on '{route}' ({term}), than without one, on '{other}' ({own})",
    "bad-condition": "{a expected} is expected here, not {q found}",
    "bad-comparison": "levels are compared with >=, = or <=, not with '{sign}'",
    "unknown-route-category": "no category is named '{name}'",
    "unknown-route-topic": "no topic is named '{name}'",
    "repeated-route": "a route is named '{name}' already",
    "reserved-route-name": "'{name}' is what decisions call the department of last resort",
    "bad-within": "'{value}' is not a distance from 0 to {most} characters",
    "part-circle": "these departments are parts of each other: {departments}",
    "danger-route-missing": "a rule has the category danger, so the first route has to be 'category danger' alone",
    "danger-not-helped": "danger has to be led by a department of kind help, and '{department}' is none",
    "security-too-wide":
      "'{department}' is of kind security, and {owner} can fit without danger to others, threat, fraud or doxxing",
    "conduct-not-overseen":
      "the route '{route}' can take a matter of conduct, but '{department}' is not of kind oversight",
    "conduct-without-recusal": "the rules have the topic '{topic}', so the map needs 'recuse'",
    "route-shadowed": "the route '{route}' never wins: '{earlier}' takes all that fits it",
    "route-never-wins": "the route '{route}' wins for no post",
    "topic-only-default": "no route takes the topic '{topic}'; it goes to '{department}'",
    "idle-department": "nothing leads to the department '{department}'",
    "short-name": "the name '{name}' is so short that it will be found where nobody meant it",
    "shared-name": "another department is called '{name}' too; where a post accuses it, both step aside",
    "recusal-not-oversight": "'{department}' takes over from the accused, but is not of kind oversight",
    "recusal-to-itself": "'{department}' would take over from itself",
    "bad-watch-time": "'{text}' is not a time of day",
    "watch-time-order": "'{time}' does not come after '{before}'",
    "watch-time-count": "a watch has 1 to {most} times, and here are {count}",
    "bad-report-by": "a digest is out minutes or hours after the watch time, not '{text}'",
    "report-after-next": "the digest of {time} may take {within}, and by then the next watch time, {next}, has come",
    "bad-period-day": "'{text}' is neither a day of the year nor a date",
    "mixed-period-days": "a period is of every year or of one: '{from}' and '{until}' do not go together",
    "period-backwards": "the period ends on {until}, before it begins on {from}",
    "repeated-period": "a period is named '{name}' already",
    "period-regrades": "a period cannot change '{key}': on no day is anybody graded or sent on by another measure",
    "period-adds-step": "the level '{level}' has no step named '{step}' that a period could shorten",
    "period-other-form": "'{step}' is '{own}' in the map, and a period cannot make it '{term}'",
    "period-later": "'{step}' can be due later in the period ({term}) than without it ({own})",
    "idle-period": "the period '{name}' changes nothing",
    "calendar-year-missing": "the calendar has no days of {year}, which begins to matter in {days} days",
  ]

  /// How to mend what is wrong in a map.
  static let mapHelps = [
    "bad-days": "write mon, tue, … sun, or a range such as mon-fri",
    "bad-hours": "write hours such as \"08:30-12:00, 14:00-17:30\"",
    "bad-month-day": "write MM-DD, such as 06-01",
    "bad-due": "write '24h', '3d at latest 5d', '12h after hand-over' or 'every 24h'",
    "unknown-unit": "units are m and h (by the clock), d (calendar days), wh and wd (working hours and days)",
    "no-working-hours": "set the hours of the calendar or of the department, or let it be around-the-clock",
    "ambiguous-department": "name the department by its id",
    "level-without-deadlines": "every level needs deadlines; 'none' at least {read: 1wd}, since somebody wrote",
    "danger-route-missing": "put {name: danger, when: category danger, lead: …} first",
    "security-too-wide":
      "narrow it to topics danger.others.*, prohibited.threat, prohibited.fraud or prohibited.doxxing",
    "conduct-without-recusal": "set recuse: {when: topic conduct.*, within: 30, lead: …, otherwise: …}",
    "bad-watch-time": "write HH:MM, 00:00 to 23:59, such as '13:00'",
    "bad-report-by": "write minutes or hours, such as 30m or 2h",
    "report-after-next": "shorten report-by, or leave a watch time out; those of periods count too",
    "bad-period-day": "write MM-DD, such as 06-01, or YYYY-MM-DD, such as 2026-06-01",
    "mixed-period-days": "write both as MM-DD (every year) or both as YYYY-MM-DD (once)",
    "period-regrades":
      "it takes notify, watch and deadlines; what matters in a season is a rule with from and until",
    "period-adds-step": "add the step to the level's deadlines, or leave it out here",
    "period-other-form": "keep 'every', 'after' and 'at latest' as the map has them; the last two may be left out",
    "period-later": "what holds on all days holds in a period too; write a shorter time, or leave the step out",
    "idle-period": "give it notify, watch or deadlines",
    "calendar-year-missing": "add the year's days to the file of holidays, once they are announced",
  ]

  /// Words of our own that facts about a map name.
  static let mapTerms = [
    "first-asked": "setting of first-asked", "and-or-end": "the word 'and' or 'or'", "condition": "condition",
    "closing-bracket": "closing bracket", "category-name": "name of a category", "topic-name": "topic",
    "region-name": "name of a region", "source-name": "name of a source", "kind-name": "kind of request",
    "level-name": "level", "level-comparison": "comparison such as >=", "end-of-condition": "the end",
    "this-route": "this route",
    "this-escalation": "this line", "this-period": "a period", "the-watch": "the watch", "the-default": "the default",
    "watch": "setting of watch", "miss": "setting of miss", "period": "period",
    "holidays-header": "the first line has to name date, day and name",
    "holidays-cells": "a line needs a date, a day and a name", "holidays-date": "a date is written as 2026-10-01",
    "holidays-day": "a day is off or work", "holidays-repeated": "the day stands here a second time",
    "places-header": "the first line has to name name, region and aliases",
    "places-cells": "a line needs a name and a region", "places-repeated": "the name has another region already",
  ]

  /// What related places of a map are.
  static let mapNotes = [
    "taken-here": "this route takes them", "lower-level-here": "at the lower level",
    "without-kind-here": "without a kind", "with-kind-here": "with the kind",
    "danger-rule-here": "a rule of danger",
  ]
}
