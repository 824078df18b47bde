#include "entente/ontology/date.hpp"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

TEST(ParseDate, ReadsDaysMonthsAndYears) {
  EXPECT_EQ(parse_date("2024-11-30"), (Date{2024, 11, 30}));
  EXPECT_EQ(parse_date("2024-11"), (Date{2024, 11, 0}));
  EXPECT_EQ(parse_date("2024"), (Date{2024, 0, 0}));
  EXPECT_EQ(parse_date("0001-01-01"), (Date{1, 1, 1}));
}

TEST(ParseDate, ReadsTheHeadOfADateTime) {
  for (const char* time :
       {"T10:30", "T10:30:00Z", "T10:30:00.123Z", "T10:30:00+01:00", "T10:30:00-0500", " 10:30:00", "T24:00:00", "T10:30+01"}) {
    EXPECT_EQ(parse_date(std::string("2024-11-30") + time), (Date{2024, 11, 30})) << time;
  }
}

TEST(ParseDate, RefusesEverythingElse) {
  for (const char* text : {"",
                           "24",
                           "20241130",
                           "2024-1-1",
                           "2024-13",
                           "2024-00-01",
                           "2024-02-30",
                           "2023-02-29",
                           "1900-02-29",
                           "2024-11-31",
                           "2024-11-30T",
                           "2024-11-30T1",
                           "2024-11-30T25:00",
                           "2024-11-30T10:30:00+1",
                           "2024-11-30Z",
                           "2024-11-30x",
                           " 2024-11-30",
                           "30/11/2024",
                           "-2024",
                           "2024-"}) {
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  }
}

TEST(ParseDate, KnowsLeapYears) {
  EXPECT_TRUE(parse_date("2024-02-29"));
  EXPECT_TRUE(parse_date("2000-02-29"));
}

TEST(Date, IsWrittenAsItIsRead) {
  for (const char* text : {"2024-11-30", "2024-11", "2024", "0033", "0033-04-03"}) {
    EXPECT_EQ(to_string(*parse_date(text)), text);
  }
}

TEST(Date, IsOrderedWithTheUnknownPartFirst) {
  EXPECT_LT(*parse_date("2024"), *parse_date("2024-01"));
  EXPECT_LT(*parse_date("2024-01"), *parse_date("2024-01-01"));
  EXPECT_LT(*parse_date("2023-12-31"), *parse_date("2024"));
}

TEST(Days, CountFromTheEpoch) {
  EXPECT_EQ(days_since_epoch({1970, 1, 1}), 0);
  EXPECT_EQ(days_since_epoch({1969, 12, 31}), -1);
  EXPECT_EQ(days_since_epoch({2000, 3, 1}), 11017);
  EXPECT_EQ(days_since_epoch({2024, 11, 30}), 20057);
}

TEST(Days, ComeBackAsTheSameDate) {
  Date previous = date_from_days(-719529);
  EXPECT_EQ(previous, (Date{-1, 12, 31}));
  for (std::int32_t day = -719528; day < 100000; ++day) {
    const Date date = date_from_days(day);
    ASSERT_EQ(days_since_epoch(date), day);
    ASSERT_LT(previous, date);
    previous = date;
  }
}

TEST(Weekday, CountsFromMonday) {
  EXPECT_EQ(weekday({2024, 11, 30}), 5);
  EXPECT_EQ(weekday({1970, 1, 1}), 3);
  EXPECT_EQ(weekday({1969, 12, 28}), 6);
  EXPECT_EQ(weekday({1969, 12, 29}), 0);
}

}  // namespace
}  // namespace entente
