#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palang::gateway {

/// Bytes that were framed once and are shared by everyone who receives them. Blocks that one group
/// of subscribers receives one after another are linked, so that a receiver which has stopped
/// reading holds one pointer, however much it has missed. Thread: once in a queue or a chain, the
/// gateway's.
struct block {
  explicit block(std::string content) : bytes(std::move(content)) {}
  ~block();
  block(const block&) = delete;
  block& operator=(const block&) = delete;

  const std::string bytes;
  std::shared_ptr<block> next;
};
using shared_block = std::shared_ptr<block>;

[[nodiscard]] inline shared_block make_block(std::string bytes) {
  return std::make_shared<block>(std::move(bytes));
}

/// What one connection has still to write: a FIFO of whole blocks. Thread: the gateway's.
class write_queue {
public:
  void push(const shared_block& b);

  /// Fills `out` with the next bytes in order; returns how many pieces there are.
  std::size_t gather(std::span<std::string_view> out) const;
  /// Forgets the first `count` bytes, which have been written; at most bytes().
  void consume(std::size_t count);

  /// Keeps the rest of a block of which a part was written (a peer must see whole frames) and drops
  /// all behind it.
  void drop_unstarted();
  void clear();

  [[nodiscard]] bool empty() const noexcept { return bytes_ == 0; }
  [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }
  /// Runs of linked blocks: what the queue itself costs in memory.
  [[nodiscard]] std::size_t runs() const noexcept { return runs_.size() - head_; }

private:
  /// The blocks from `first` along `next` to `last`.
  struct run {
    shared_block first;
    const block* last;
  };
  void drop_front_block();

  std::vector<run> runs_; // From head_ on; a deque would cost half a kilobyte per idle connection.
  std::size_t head_ = 0;
  std::size_t offset_ = 0; // Bytes of the front block that are written.
  std::size_t bytes_ = 0;
};

} // namespace palang::gateway
