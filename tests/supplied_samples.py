"""Terms in two languages, and files of them, as a person would hand them over."""

from io import BytesIO

import docx
from pypdf import PdfWriter

ENGLISH = """Terms of Use

These terms of use govern your access to the Showcase website and are an agreement between you and us.
By using the website you agree to these terms. If you do not agree, you must not use our services.

1. Your obligations
You agree not to use robots, spiders, scrapers or other automated means to access or copy the service.
You must not collect the email addresses of members in order to send them commercial messages.

2. Liability
We are not liable for indirect damages. We may terminate your account if you breach these terms.

3. Governing law
These terms are governed by the law of France and the courts of Paris have jurisdiction.
"""
FRENCH = """Conditions générales d’utilisation

Les présentes conditions générales d’utilisation régissent l’accès au site Vitrine et son utilisation.
En utilisant le site, l’utilisateur accepte les présentes conditions sans réserve.

Article 1. Obligations de l’utilisateur
Il est interdit d’utiliser des robots ou tout autre moyen automatisé pour extraire les données du site.
L’utilisateur s’engage à ne pas collecter les adresses électroniques des membres à des fins commerciales.

Article 2. Responsabilité
L’éditeur ne saurait être tenu responsable des dommages indirects. Le compte peut être résilié.

Article 3. Droit applicable
Les présentes conditions sont soumises au droit français et les tribunaux de Paris sont compétents.
"""
TURKISH = (
    "Kullanım Koşulları\n\nBu kullanım koşulları, web sitesine erişiminizi ve kullanımınızı düzenler. Siteyi "
    "kullanarak bu koşulları kabul edersiniz. Kullanıcı yükümlülükleri bu sözleşme ile belirlenir. Şirket "
    "sorumluluk kabul etmez. Uygulanacak hukuk Türk hukukudur ve İstanbul mahkemeleri yetkilidir. "
) * 3
RECIPE = (
    "Take flour, eggs and milk. Mix them well, then bake the cake for forty minutes in a warm oven. " * 20
)


def markup(text: str) -> str:
    """Give a text as an HTML page of paragraphs under a heading."""
    title, *lines = [line for line in text.splitlines() if line]
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = f"<head><meta charset=utf-8><title>{title}</title></head>"
    return f"<!doctype html><html>{head}<body><h1>{title}</h1>{body}</body></html>"


def word(text: str) -> bytes:
    """Give a text as a Word file."""
    document, out = docx.Document(), BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(out)
    return out.getvalue()


def scan() -> bytes:
    """Give a PDF of two pages without a text."""
    writer, out = PdfWriter(), BytesIO()
    for _ in range(2):
        writer.add_blank_page(width=595, height=842)
    writer.write(out)
    return out.getvalue()
