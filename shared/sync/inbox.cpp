#include "shared/sync/inbox.hpp"
