"""The proxy that is set in QGIS, for those who fetch packages; nobody else is told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlsplit

_SCHEMES = {"HttpProxy": "http", "HttpCachingProxy": "http", "Socks5Proxy": "socks5h"}


def proxy_variables(
    *, kind: str, host: str, port: str = "", user: str = "", password: str = "", excluded: Sequence[str] = ()
) -> dict[str, str]:
    """Return the environment variables that pip and uv understand; none where QGIS asks the system for its proxy."""
    scheme = _SCHEMES.get(kind)
    if scheme is None or not host:
        return {}
    login = quote(user, safe="") + (f":{quote(password, safe='')}" if password else "") + "@" if user else ""
    address = f"{scheme}://{login}{host}{f':{port}' if port else ''}"
    names = ("HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy")
    hosts = ",".join(sorted({urlsplit(url).hostname or url for url in excluded if url}))
    exceptions = {"NO_PROXY": hosts, "no_proxy": hosts} if hosts else {}
    return {**dict.fromkeys(names, address), **exceptions}


def qgis_proxy() -> Mapping[str, str]:
    """Return the same for what is set in QGIS under Options, Network."""
    from qgis.core import QgsSettings

    stored = QgsSettings()
    if not stored.value("proxy/proxyEnabled", False, type=bool):
        return {}
    excluded = stored.value("proxy/noProxyUrls", [])
    return proxy_variables(
        kind=str(stored.value("proxy/proxyType", "") or ""),
        host=str(stored.value("proxy/proxyHost", "") or ""),
        port=str(stored.value("proxy/proxyPort", "") or ""),
        user=str(stored.value("proxy/proxyUser", "") or ""),
        password=str(stored.value("proxy/proxyPassword", "") or ""),
        excluded=[excluded] if isinstance(excluded, str) else list(excluded or ()),
    )
