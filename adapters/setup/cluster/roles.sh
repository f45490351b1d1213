#!/bin/sh
# Makes the two roles that `glemsom grant` gives rights to, on a server that is new: one that serves, and one that
# auditors are let into. On a server that holds something already, its owner makes them by hand.
set -e

psql --set ON_ERROR_STOP=1 --no-psqlrc --quiet --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<-'SQL'
	\getenv password SERVICE_PASSWORD
	CREATE ROLE service LOGIN PASSWORD :'password';
	CREATE ROLE auditor NOLOGIN;
SQL
