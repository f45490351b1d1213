#!/bin/sh
# Makes the two roles that `glemsom grant` gives rights to, on a new server: one for the service, and a group role for
# auditors. On an existing server its owner makes them by hand.
set -e

psql --set ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<-'SQL'
	\getenv password SERVICE_PASSWORD
	CREATE ROLE service LOGIN PASSWORD :'password';
	CREATE ROLE auditor NOLOGIN;
SQL
