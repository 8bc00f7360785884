using System.Text.Json;

namespace SseGen.Benchmarks.Formatting;

/// <summary>Property names and discriminators, encoded once.</summary>
internal static partial class HandWritten
{
    private static readonly JsonEncodedText s_symbol = JsonEncodedText.Encode("symbol");
    private static readonly JsonEncodedText s_price = JsonEncodedText.Encode("price");
    private static readonly JsonEncodedText s_volume = JsonEncodedText.Encode("volume");
    private static readonly JsonEncodedText s_at = JsonEncodedText.Encode("at");
    private static readonly JsonEncodedText s_ts = JsonEncodedText.Encode("ts");
    private static readonly JsonEncodedText s_author = JsonEncodedText.Encode("author");
    private static readonly JsonEncodedText s_text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText s_sentAt = JsonEncodedText.Encode("sentAt");
    private static readonly JsonEncodedText s_type = JsonEncodedText.Encode("$type");
    private static readonly JsonEncodedText s_started = JsonEncodedText.Encode("started");
    private static readonly JsonEncodedText s_progress = JsonEncodedText.Encode("progress");
    private static readonly JsonEncodedText s_finished = JsonEncodedText.Encode("finished");
    private static readonly JsonEncodedText s_percent = JsonEncodedText.Encode("percent");
    private static readonly JsonEncodedText s_step = JsonEncodedText.Encode("step");
    private static readonly JsonEncodedText s_duration = JsonEncodedText.Encode("duration");
    private static readonly JsonEncodedText s_succeeded = JsonEncodedText.Encode("succeeded");
    private static readonly JsonEncodedText s_jobId = JsonEncodedText.Encode("jobId");
    private static readonly JsonEncodedText s_name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText s_size = JsonEncodedText.Encode("size");
    private static readonly JsonEncodedText s_children = JsonEncodedText.Encode("children");
    private static readonly JsonEncodedText s_city = JsonEncodedText.Encode("city");
    private static readonly JsonEncodedText s_motto = JsonEncodedText.Encode("motto");
    private static readonly JsonEncodedText s_biography = JsonEncodedText.Encode("biography");
    private static readonly JsonEncodedText s_id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText s_number = JsonEncodedText.Encode("number");
    private static readonly JsonEncodedText s_customer = JsonEncodedText.Encode("customer");
    private static readonly JsonEncodedText s_email = JsonEncodedText.Encode("email");
    private static readonly JsonEncodedText s_phone = JsonEncodedText.Encode("phone");
    private static readonly JsonEncodedText s_state = JsonEncodedText.Encode("state");
    private static readonly JsonEncodedText s_placedAt = JsonEncodedText.Encode("placedAt");
    private static readonly JsonEncodedText s_shippedAt = JsonEncodedText.Encode("shippedAt");
    private static readonly JsonEncodedText s_dueOn = JsonEncodedText.Encode("dueOn");
    private static readonly JsonEncodedText s_net = JsonEncodedText.Encode("net");
    private static readonly JsonEncodedText s_tax = JsonEncodedText.Encode("tax");
    private static readonly JsonEncodedText s_weight = JsonEncodedText.Encode("weight");
    private static readonly JsonEncodedText s_parcels = JsonEncodedText.Encode("parcels");
    private static readonly JsonEncodedText s_rating = JsonEncodedText.Encode("rating");
    private static readonly JsonEncodedText s_isGift = JsonEncodedText.Encode("isGift");
    private static readonly JsonEncodedText s_isPaid = JsonEncodedText.Encode("isPaid");
    private static readonly JsonEncodedText s_currency = JsonEncodedText.Encode("currency");
    private static readonly JsonEncodedText s_handling = JsonEncodedText.Encode("handling");
    private static readonly JsonEncodedText s_lines = JsonEncodedText.Encode("lines");
    private static readonly JsonEncodedText s_sku = JsonEncodedText.Encode("sku");
    private static readonly JsonEncodedText s_title = JsonEncodedText.Encode("title");
    private static readonly JsonEncodedText s_quantity = JsonEncodedText.Encode("quantity");
    private static readonly JsonEncodedText s_unitPrice = JsonEncodedText.Encode("unitPrice");
    private static readonly JsonEncodedText s_notes = JsonEncodedText.Encode("notes");
}
