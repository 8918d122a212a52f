-- Media files live in one private bucket under their tenant's id: `<tenant id>/<file>`.

insert into storage.buckets (id, name, public, file_size_limit)
values ('media', 'media', false, 26214400)
on conflict (id) do nothing;

-- Null for a path that does not start with a tenant's id: such a file belongs to nobody.
create function public.media_tenant(p_object_name text) returns uuid
language sql immutable set search_path = '' as $$
  select case
    when split_part(p_object_name, '/', 1) ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      then split_part(p_object_name, '/', 1)::uuid
  end;
$$;

revoke all on function public.media_tenant(text) from public, anon, authenticated, service_role;
grant execute on function public.media_tenant(text) to authenticated, service_role;

create policy "Members and system admins read media files" on storage.objects
for select to authenticated
using (
  bucket_id = 'media'
  and ((select public.is_system_admin()) or public.is_tenant_member(public.media_tenant(name)))
);

create policy "Members add media files" on storage.objects
for insert to authenticated
with check (bucket_id = 'media' and public.is_tenant_member(public.media_tenant(name)));

create policy "Tenant admins remove media files" on storage.objects
for delete to authenticated
using (bucket_id = 'media' and public.is_tenant_admin(public.media_tenant(name)));
