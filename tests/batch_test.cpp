// What keeps a batch in order and in bounds.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "../cli/batch/ordered_work.hpp"
#include "../export/recent_names.hpp"

namespace entente::cli {
namespace {

using namespace std::chrono_literals;
using Work = OrderedWork<int, int>;

/// All products of a run with so many workers, some slower than others.
std::vector<int> products(unsigned workers, int jobs) {
  Work work(8, 100);
  std::vector<std::thread> threads;
  threads.emplace_back([&] {
    for (int i = 0; i < jobs; ++i) work.put(int{i}, 10);
    work.close();
  });
  for (unsigned w = 0; w < workers; ++w) {
    threads.emplace_back([&work] {
      while (auto taken = work.take()) {
        if (taken->job % 3 == 0) std::this_thread::sleep_for(100us);
        work.give(taken->number, taken->job * 2, 5);
      }
    });
  }
  std::vector<int> found;
  while (!work.is_over()) {
    if (const auto product = work.next(1s)) found.push_back(*product);
  }
  for (auto& thread : threads) thread.join();
  return found;
}

TEST(OrderedWork, ProductsComeInTheOrderOfTheirJobs) {
  for (const unsigned workers : {1U, 2U, 5U}) {
    const auto found = products(workers, 500);
    ASSERT_EQ(found.size(), 500U);
    for (int i = 0; i < 500; ++i) EXPECT_EQ(found[static_cast<std::size_t>(i)], 2 * i);
  }
}

TEST(OrderedWork, TheReaderWaitsForTheWriter) {
  Work work(3, 100);
  std::atomic<int> count = 0;
  std::thread reader([&] {
    while (work.put(1, 1)) ++count;
  });
  std::this_thread::sleep_for(50ms);
  EXPECT_EQ(count, 3);
  work.abandon();
  reader.join();
}

TEST(OrderedWork, WhatIsTooHeavyGoesAlone) {
  Work work(10, 100);
  int job = 7;
  EXPECT_TRUE(work.try_put(job, 500));
  EXPECT_FALSE(work.try_put(job, 1));
  const auto taken = work.take();
  work.give(taken->number, 0, 99);
  EXPECT_TRUE(work.try_put(job, 1)) << "its product is lighter";
  EXPECT_TRUE(work.next(1s));
  EXPECT_FALSE(work.try_put(job, 2)) << "the product is still with the writer";
}

TEST(OrderedWork, AFailureReachesTheWriter) {
  Work work(3, 100);
  work.put(1, 1);
  work.fail(std::make_exception_ptr(std::runtime_error("no memory")));
  EXPECT_THROW((void)work.next(1s), std::runtime_error);
  EXPECT_FALSE(work.put(2, 1));
  EXPECT_FALSE(work.take());
}

TEST(OrderedWork, AFailureIsNotOverWhereNothingIsOnTheWay) {
  Work work(3, 100);
  work.fail(std::make_exception_ptr(std::runtime_error("no memory")));
  EXPECT_FALSE(work.is_over());
  EXPECT_THROW((void)work.next(1s), std::runtime_error);
}

TEST(RecentNames, RemembersAMillionOfThem) {
  RecentNames names;
  const auto name = [](std::uint64_t i) { return i * 0x9E3779B97F4A7C15U; };
  EXPECT_TRUE(names.add(0));
  EXPECT_FALSE(names.add(0));
  int again = 0;
  for (std::uint64_t i = 1; i < 300'000; ++i) EXPECT_TRUE(names.add(name(i)));
  for (std::uint64_t i = 1; i < 300'000; ++i) again += names.add(name(i)) ? 1 : 0;
  EXPECT_LT(again, 30'000);
}

TEST(RecentNames, WhatComesAgainAndAgainIsNotForgotten) {
  RecentNames names;
  EXPECT_TRUE(names.add(42));
  for (std::uint64_t i = 1; i < 3'000'000; ++i) {
    names.add(i * 0x9E3779B97F4A7C15U);
    if (i % 1000 == 0) {
      EXPECT_FALSE(names.add(42)) << i;
    }
  }
}

}  // namespace
}  // namespace entente::cli
