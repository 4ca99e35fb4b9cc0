#include "shared/domain/ticket.hpp"
