/** Words of the vocabulary, and what they come to on every engine. */
export const WORDS = `SELECT days_between(DATE '2023-01-01', DATE '2023-03-01') AS days,
         years_between(DATE '1990-06-15', DATE '2023-06-14') AS years, month_of(DATE '2023-05-09') AS month,
         iso(add_days(DATE '2023-02-27', 2)) AS later, source_of(268435456 * 3 + 7) AS source,
         has_text(NULL, 'a') AS nothing, is_digits('0123') AS digits, is_digits('12X') AS no_digits`;
export const MEANING = {
  days: 59,
  years: 32,
  month: '2023-05',
  later: '2023-03-01',
  source: 3,
  nothing: false,
  digits: true,
  no_digits: false,
};
