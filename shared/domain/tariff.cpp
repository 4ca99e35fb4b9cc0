#include "shared/domain/tariff.hpp"
