# Thin: packaging/develop.py does the work, also where there is no make. ARGS go to what the step runs:
#   make test ARGS="-k agenda"      make run ARGS=my.lle

candidates := python3 python3.14 python3.13 python3.12 python3.11 python
works = $(shell $(1) -c "import sys; print('yes' if sys.version_info >= (3, 11) else '')" 2>/dev/null)
PYTHON ?= $(firstword $(foreach name,$(candidates),$(if $(call works,$(name)),$(name))))

.PHONY: run test bench lint setup texts lock

run test bench lint setup texts lock:
	@python="$(PYTHON)"; \
	if [ -z "$$python" ]; then \
	  echo "Facilitator needs Python 3.11 or later, and found none. Debian: apt-get install python3" >&2; exit 1; \
	fi; \
	exec "$$python" packaging/develop.py $@ $(ARGS)
