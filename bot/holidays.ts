// Working days in China, holidays and make-up days included. Years the table does not know yet fall back to
// Monday to Friday. The document speaks of working days nowhere, but the city's clocks do.
import chineseDays from 'chinese-days'

/** @param day `YYYY-MM-DD` */
export function isWorkingDay(day: string): boolean {
  return chineseDays.isWorkday(day)
}
