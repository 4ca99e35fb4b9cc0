#include "server/gateway/write_queue.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>

using namespace palang::gateway;

namespace {

std::string waiting_in(const write_queue& queue) {
  std::array<std::string_view, 64> pieces;
  const auto count = queue.gather(pieces);
  std::string all;
  for (std::size_t i = 0; i < count; ++i)
    all += pieces[i];
  return all;
}

/// Blocks linked as fan-out links them.
std::vector<shared_block> chain(std::initializer_list<const char*> contents) {
  std::vector<shared_block> blocks;
  for (const auto* content : contents) {
    blocks.push_back(make_block(content));
    if (blocks.size() > 1)
      blocks[blocks.size() - 2]->next = blocks.back();
  }
  return blocks;
}

} // namespace

TEST_CASE("a write queue gives its bytes in the order pushed", "[gateway][queue]") {
  write_queue queue;
  for (const auto* text : {"one ", "two ", "", "three"})
    queue.push(make_block(text));
  CHECK(queue.bytes() == 13);
  CHECK(waiting_in(queue) == "one two three");
  queue.consume(6);
  CHECK(waiting_in(queue) == "o three");
  queue.consume(7);
  CHECK(queue.empty());
  CHECK(queue.runs() == 0);
}

TEST_CASE("linked blocks pushed in a row are one run", "[gateway][queue]") {
  const auto blocks = chain({"a", "b", "c", "d"});
  write_queue queue;
  for (const auto& b : blocks)
    queue.push(b);
  CHECK(queue.runs() == 1);
  CHECK(waiting_in(queue) == "abcd");
  queue.consume(2);
  CHECK(waiting_in(queue) == "cd");
}

TEST_CASE("what is linked but was not pushed is not written", "[gateway][queue]") {
  const auto blocks = chain({"a", "b", "c"});
  write_queue queue;
  queue.push(blocks[0]);
  queue.push(make_block("own"));
  queue.push(blocks[2]);
  CHECK(waiting_in(queue) == "aownc");
  queue.consume(1);
  CHECK(waiting_in(queue) == "ownc");
}

TEST_CASE("a queue that has written all holds no block", "[gateway][queue]") {
  auto blocks = chain({"a", "b"});
  const std::weak_ptr<block> last = blocks[1];
  write_queue queue;
  for (const auto& b : blocks)
    queue.push(b);
  blocks.clear();
  CHECK_FALSE(last.expired());
  queue.consume(2);
  CHECK(last.expired());
}

TEST_CASE("dropping what has not started keeps the rest of the block that has",
          "[gateway][queue]") {
  const auto blocks = chain({"first", "second"});
  write_queue queue;
  queue.push(blocks[0]);
  queue.push(blocks[1]);
  queue.push(make_block("third"));
  queue.consume(2);
  queue.drop_unstarted();
  CHECK(waiting_in(queue) == "rst");
  queue.push(make_block("!"));
  CHECK(waiting_in(queue) == "rst!");
  queue.consume(3);
  queue.drop_unstarted();
  CHECK(queue.empty());
}

TEST_CASE("a long chain of blocks is released without recursion", "[gateway][queue]") {
  write_queue queue;
  shared_block newest;
  for (int i = 0; i < 200'000; ++i) {
    auto b = make_block("x");
    if (newest)
      newest->next = b;
    queue.push(b);
    newest = std::move(b);
  }
  CHECK(queue.runs() == 1);
  newest.reset();
  queue.clear();
  CHECK(queue.empty());
}

TEST_CASE("any mix of pushes and writes gives the same bytes", "[gateway][queue]") {
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random{seed};
  write_queue queue;
  shared_block newest;
  std::string pushed;
  std::string written;
  for (int step = 0; step < 20'000; ++step) {
    if (random() % 2 == 0) {
      auto b = make_block(std::string(random() % 5, static_cast<char>('a' + step % 26)));
      pushed += b->bytes;
      if (newest && random() % 4 != 0 && !b->bytes.empty())
        newest->next = b;
      queue.push(b);
      newest = b->bytes.empty() ? nullptr : b;
    } else {
      const auto available = waiting_in(queue);
      const auto count = std::min<std::size_t>(random() % 9, available.size());
      written += available.substr(0, count);
      queue.consume(count);
    }
  }
  for (auto rest = waiting_in(queue); !rest.empty(); rest = waiting_in(queue)) {
    written += rest;
    queue.consume(rest.size());
  }
  CHECK(written == pushed);
}
