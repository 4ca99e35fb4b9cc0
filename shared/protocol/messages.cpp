#include "shared/protocol/messages.hpp"
