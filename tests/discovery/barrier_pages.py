"""Pages that stand in front of a page, of the shapes services send, and ordinary pages that only look so.

All are written for these tests. A page is its name, status, headers and body.
"""

Sent = tuple[str, int, dict[str, str], str]

CF = {"Server": "cloudflare", "CF-RAY": "8f1a2b3c4d5e6f70-CDG"}
CHALLENGES: tuple[Sent, ...] = (
    (
        "cloudflare managed",
        403,
        {**CF, "cf-mitigated": "challenge"},
        '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body>'
        '<div class="main-wrapper" role="main"><noscript><span id="challenge-error-text">Enable JavaScript and '
        "cookies to continue</span></noscript></div><script>(function(){window._cf_chl_opt={cvId:'3',cZone:"
        "'a.example',cType:'managed'};})();</script></body></html>",
    ),
    (
        "cloudflare in German, status 200",
        200,
        CF,
        '<html lang="de-DE"><head><title>Nur einen Moment…</title></head><body><script>window._cf_chl_opt='
        "{cvId:'3'};var a=document.createElement('script');a.src='/cdn-cgi/challenge-platform/h/g/orchestrate/"
        "chl_page/v1?ray=8f';</script></body></html>",
    ),
    (
        "cloudflare firewall rule",
        403,
        CF,
        "<html><head><title>Access denied | www.a.example used Cloudflare to restrict access</title></head><body>"
        '<div id="cf-wrapper"><div id="cf-error-details"><h1>Error <span>1020</span></h1>'
        "<p>Cloudflare Ray ID: <strong>8f1a2b</strong></p></div></div></body></html>",
    ),
    ("cloudflare in one line", 403, {**CF, "Content-Type": "text/plain"}, "error code: 1020"),
    (
        "cloudflare blocked",
        403,
        CF,
        "<html><head><title>Attention Required! | Cloudflare</title></head><body><h1>Sorry, you have been "
        "blocked</h1><p>You are unable to access a.example</p></body></html>",
    ),
    (
        "turnstile of the site's own",
        200,
        CF,
        '<html><title>Verification</title><body><h1>Let us confirm you are human</h1><div class="cf-turnstile" '
        'data-sitekey="0x4"></div></body></html>',
    ),
    (
        "datadome",
        403,
        {"X-DataDome": "protected", "Server": "DataDome"},
        '<html lang="fr"><head><title>a.example</title></head><body><p id="cmsg">Please enable JS and disable any '
        "ad blocker</p><script>var dd={'rt':'c','cid':'AHr','host':'geo.captcha-delivery.com'}</script>"
        '<script src="https://ct.captcha-delivery.com/c.js"></script></body></html>',
    ),
    (
        "datadome for programs",
        403,
        {"X-DataDome": "protected", "Content-Type": "application/json"},
        '{"url":"https://geo.captcha-delivery.com/captcha/?initialCid=AHrl&hash=1&cid=2&t=fe"}',
    ),
    (
        "incapsula frame",
        200,
        {"X-Iinfo": "9-1234-0 0NNN", "X-CDN": "Imperva"},
        '<html style="height:100%"><head><META NAME="ROBOTS" CONTENT="NOINDEX, NOFOLLOW"></head><body><iframe '
        'id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&xinfo=9-1&incident_id=1">Request unsuccessful. '
        "Incapsula incident ID: 1-2</iframe></body></html>",
    ),
    (
        "incapsula script",
        200,
        {"X-Iinfo": "9-1234-0 0NNN"},
        '<html><head><META NAME="robots" CONTENT="noindex,nofollow"><script src="/_Incapsula_Resource?SWJIYLWA='
        '5074a744e2e3,719d34d31c8e"></script><body></body></html>',
    ),
    (
        "imperva interruption",
        200,
        {},
        "<html><head><title>Pardon Our Interruption</title></head><body><h1>Pardon Our Interruption</h1><p>As you "
        "were browsing something about your browser made us think you were a bot.</p></body></html>",
    ),
    (
        "akamai denied",
        403,
        {"Server": "AkamaiGHost"},
        "<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>You don't have permission to "
        'access "http&#58;&#47;&#47;a&#46;example&#47;" on this server.<P>Reference&#32;&#35;18&#46;2d3</BODY></HTML>',
    ),
    (
        "akamai interstitial",
        200,
        {},
        '<html><head><meta http-equiv="refresh" content="5; URL=\'/?bm-verify=AAQAAAAJ\'"/><title>&nbsp;</title>'
        "</head><body><script>function triggerInterstitialChallenge(){var x=new XMLHttpRequest();"
        "x.open('POST','/_sec/verify?provider=interstitial',false);}</script></body></html>",
    ),
    (
        "akamai behavioural",
        428,
        {},
        '<html><head><title>Challenge Validation</title></head><body><div id="sec-if-cpt-container" '
        'class="behavioral-content"></div><script src="/_sec/cp_challenge/ak-challenge-4-3.js"></script></body></html>',
    ),
    (
        "perimeterx",
        403,
        {},
        '<html><head><title>Access to this page has been denied</title></head><body><div id="px-captcha"></div>'
        "<script>window._pxAppId='PX1';window._pxUuid='a';</script></body></html>",
    ),
    (
        "perimeterx for programs",
        403,
        {"Content-Type": "application/json"},
        '{"appId":"PX1","jsClientSrc":"/1/init.js","altBlockScript":"https://captcha.px-cloud.net/PX1/captcha.js"}',
    ),
    (
        "perimeterx, a shop's words",
        200,
        {},
        "<html><title>Robot or human?</title><body>Activate and hold the button to confirm that you’re human. Thank "
        'You!<div id="px-captcha"></div></body></html>',
    ),
    (
        "recaptcha gate",
        429,
        {},
        '<html><body><form id="captcha-form"><div class="g-recaptcha" data-sitekey="6L"></div></form>Our systems '
        "have detected unusual traffic from your computer network.</body></html>",
    ),
    (
        "hcaptcha gate in German",
        200,
        {},
        '<html lang="de"><body><h1>Bitte bestätigen Sie, dass Sie kein Roboter sind</h1><div class="h-captcha" '
        'data-sitekey="1"></div><script src="https://js.hcaptcha.com/1/api.js"></script></body></html>',
    ),
    (
        "hcaptcha gate in French",
        200,
        {},
        '<html lang="fr"><body><p>Confirmez que vous n’êtes pas un robot pour continuer.</p><div class="h-captcha">'
        "</div></body></html>",
    ),
    (
        "aws waf challenge",
        202,
        {"x-amzn-waf-action": "challenge", "Server": "CloudFront"},
        '<html lang="en"><head><title></title><script>window.awsWafCookieDomainList=[];window.gokuProps={"key":"A"};'
        '</script><script src="https://1.token.awswaf.com/1/2/challenge.js"></script></head><body></body></html>',
    ),
    (
        "aws waf captcha",
        405,
        {"x-amzn-waf-action": "captcha"},
        '<html><head><title>Human Verification</title><script>window.gokuProps={"key":"A"};</script><script '
        'src="https://1.captcha.awswaf.com/1/captcha.js"></script></head><body></body></html>',
    ),
    (
        "kasada",
        429,
        {"x-kpsdk-ct": "0a1b"},
        "<html><body><script>window.KPSDK={};KPSDK.now=Date.now;</script><script "
        'src="/149e9513-01fa/2d206a39-8ed7/ips.js?KP_UIDz=0a1b"></script></body></html>',
    ),
    (
        "f5 rejected",
        200,
        {},
        "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Please consult with "
        "your administrator.<br><br>Your support ID is: 1234567890</body></html>",
    ),
    (
        "f5 script",
        200,
        {},
        '<html><head><script>window["bobcmn"]="10111";</script><script src="/TSPD/0831?type=12"></script><noscript>'
        "Please enable JavaScript to view the page content.<br/>Your support ID is: 12345.</noscript></head>"
        "<body></body></html>",
    ),
    (
        "anubis",
        200,
        {},
        "<html><head><title>Making sure you&#39;re not a bot!</title></head><body><h1>Making sure you&#39;re not a "
        'bot!</h1><p>Loading...</p><script id="anubis_challenge" type="application/json">{"rules":{}}</script>'
        '<script src="/.within.website/x/cmd/anubis/static/js/main.mjs"></script></body></html>',
    ),
    (
        "sucuri",
        403,
        {"X-Sucuri-ID": "19005"},
        "<html><head><title>Sucuri WebSite Firewall - Access Denied</title></head><body><h1>Access Denied - Sucuri "
        "Website Firewall</h1><p>Block ID: BNP001</p></body></html>",
    ),
    (
        "ddos-guard",
        403,
        {"Server": "ddos-guard"},
        "<html><head><title>DDoS-Guard</title></head><body><h1>Checking your browser before accessing a.example</h1>"
        '<script src="/.well-known/ddos-guard/js-challenge/index.js"></script></body></html>',
    ),
    (
        "vercel",
        429,
        {"x-vercel-mitigated": "challenge", "Server": "Vercel"},
        '<html><head><title>Vercel Security Checkpoint</title></head><body><p id="header-text">We\'re verifying your '
        "browser</p></body></html>",
    ),
    (
        "fastly",
        200,
        {},
        "<html><head><title>Client Challenge</title></head><body><noscript>JavaScript is disabled in your browser."
        '</noscript><p>A required part of this site couldn’t load.</p><script src="/_fs-ch-1T1wms/script.js">'
        "</script></body></html>",
    ),
    (
        "radware",
        200,
        {},
        "<html><head><title>Radware Bot Manager Captcha</title></head><body><p>We apologize for the inconvenience... "
        '</p><script src="https://cdn.perfdrive.com/captcha.js"></script><form action="https://validate.perfdrive.com/">'
        "</form></body></html>",
    ),
    (
        "amazon",
        200,
        {},
        '<html><body><h4>Click the button below to continue shopping</h4><form method="get" '
        'action="/errors_page/validateCaptcha"><button>Continue shopping</button></form></body></html>',
    ),
)

_MORE = "<p>We have sold boats since 1962, from a quay in the old harbour, to people who like to row.</p>" * 4
ORDINARY: tuple[Sent, ...] = (
    (
        "contact form with a recaptcha",
        200,
        CF,
        '<html><title>Contact</title><body><h1>Contact us</h1><form><input type="text" name="name"><input '
        'type="email" name="mail"><textarea name="message"></textarea><p>Please confirm that you are not a robot.</p>'
        f'<div class="g-recaptcha" data-sitekey="6L"></div><button>Send</button></form>{_MORE}</body></html>',
    ),
    (
        "short terms of a site with a recaptcha badge",
        200,
        {},
        "<html><title>Terms of use</title><body><h1>Terms of use</h1><p>You may not send automated queries to this "
        "site, nor cause unusual traffic. We may run a security check on accounts.</p>"
        f'{_MORE}<script src="https://www.google.com/recaptcha/api.js?render=6L"></script><p>This site is protected by '
        "reCAPTCHA and the Google Privacy Policy and Terms of Service apply.</p></body></html>",
    ),
    (
        "sign-up to a newsletter with hcaptcha",
        200,
        {},
        f'<html><title>News</title><body>{_MORE}<form><input type="email"><div class="h-captcha"></div><p>Prove that '
        "you are human to receive our letter.</p></form></body></html>",
    ),
    (
        "page under cloudflare with its detections",
        200,
        CF,
        f"<html><title>Boats</title><body>{_MORE}<script>window.__CF$cv$params={{r:'8f',t:'MTc='}};a.src='/cdn-cgi/"
        "challenge-platform/scripts/jsd/main.js'</script></body></html>",
    ),
    (
        "article that mentions cloudflare's block page",
        200,
        CF,
        "<html><title>Why do I read “Sorry, you have been blocked”?</title><body><article><p>Cloudflare shows the "
        f"words “Sorry, you have been blocked” when a rule of the site matches.</p>{_MORE}</article></body></html>",
    ),
    (
        "page of a site behind datadome",
        200,
        {"X-DataDome": "protected"},
        f'<html><title>Boats</title><body>{_MORE}<script src="https://js.datadome.co/tags.js"></script></body></html>',
    ),
    (
        "page of a site behind incapsula",
        200,
        {"X-Iinfo": "1-2", "X-CDN": "Imperva"},
        f'<html><title>Boats</title><body>{_MORE}<script src="/_Incapsula_Resource?SWJIYLWA=719d34d3"></script></body></html>',
    ),
    (
        "page that asks aws waf for a token",
        200,
        {},
        f'<html><title>Boats</title><body>{_MORE}<script src="https://1.token.awswaf.com/1/challenge.js" defer></script>'
        "</body></html>",
    ),
    (
        "guards for hire, with a contact form",
        200,
        {},
        "<html><title>Sécurité</title><body><h1>Contrôle de sécurité</h1><p>Nos agents assurent le contrôle de "
        f'sécurité de vos salons.</p>{_MORE}<div class="g-recaptcha"></div></body></html>',
    ),
    (
        "apache forbids",
        403,
        {"Server": "Apache"},
        "<html><head><title>403 Forbidden</title></head><body><h1>Forbidden"
        "</h1><p>You don't have permission to access /x on this server.</p></body></html>",
    ),
    (
        "nginx forbids",
        403,
        {"Server": "nginx"},
        "<html><head><title>403 Forbidden</title></head><body></body></html>",
    ),
    (
        "cloudflare passes on a missing page",
        404,
        CF,
        f"<html><title>Not found</title><body>{_MORE}</body></html>",
    ),
    (
        "help on support ids",
        200,
        {},
        f"<html><title>Help</title><body><p>Your support ID is printed on the back of the boat.</p>{_MORE}</body></html>",
    ),
)
