#include "shared/sync/outbox.hpp"
